import { z } from 'zod';
import { reminderKinds } from '../../bot/domain/reminderWishes.ts';
import type { Card } from './fakeConnector.ts';
import { buttonsIn, partsOf } from './teamsWorldCardParts.ts';

/* Adaptive Cards 1.5 as far as ours use them, written down from https://adaptivecards.io/explorer: what is not here is a mistake. */

const words = z.string().min(1);
const spacing = z.enum(['None', 'Small', 'Medium', 'Large']);
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: words,
  size: z.enum(['Small', 'Medium', 'Large']).optional(),
  weight: z.literal('Bolder').optional(),
  color: z.enum(['Attention', 'Accent']).optional(),
  isSubtle: z.boolean().optional(),
});
const choice = z.strictObject({ title: words, value: z.string() });

// A TextBlock reads markdown, so there is only one: the title with its mentions, of letters and what stands in names.
const titleBlock = z.strictObject({
  type: z.literal('TextBlock'),
  spacing,
  wrap: z.literal(true),
  weight: z.literal('Bolder'),
  size: z.literal('Medium'),
  text: z
    .string()
    .transform((text) => text.replace(/<at>([^<>]*)<\/at>/g, '$1'))
    .pipe(z.string().regex(/^\p{L}[\p{L}\p{M}\p{N} .,،'’()-]*$/u)),
});

const mention = z
  .strictObject({
    type: z.literal('mention'),
    text: words,
    mentioned: z.strictObject({ id: z.guid(), name: words }),
  })
  .refine(({ text, mentioned }) => text === `<at>${mentioned.name}</at>`);

const title = z.string().min(1).max(40);
const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Action.OpenUrl'), title, url: z.url({ protocol: /^https$/ }) }),
  z.strictObject({
    type: z.literal('Action.Execute'),
    title,
    verb: words,
    tooltip: words.optional(),
    associatedInputs: z.literal('none').optional(),
    // Ids alone: what people wrote has no business in a button.
    data: z.union([
      z.strictObject({ team: words, id: z.guid() }),
      z.strictObject({ team: words, date: z.iso.date(), away: z.boolean().optional() }),
      z.strictObject({ team: words, date: z.iso.date(), id: z.guid(), entry: z.guid().optional() }),
      z.strictObject({ team: words, date: z.iso.date(), kind: z.enum(reminderKinds) }),
      z.strictObject({ team: words, version: words.optional() }),
    ]),
  }),
  z.strictObject({
    type: z.literal('Action.Submit'),
    title,
    style: z.literal('positive').optional(),
    tooltip: words.optional(),
    data: z.record(z.string(), z.unknown()),
  }),
]);

const parts = [
  titleBlock,
  z.strictObject({ type: z.literal('RichTextBlock'), spacing, inlines: z.array(textRun).length(1) }),
  z.strictObject({
    type: z.literal('Input.Text'),
    id: words,
    label: words,
    placeholder: words.optional(),
    isMultiline: z.literal(true).optional(),
    isRequired: z.literal(true).optional(),
    errorMessage: words.optional(),
    maxLength: z.number().int().positive(),
    value: z.string(),
  }),
  z.strictObject({
    type: z.literal('Input.Time'),
    id: words,
    label: words,
    isRequired: z.literal(true),
    errorMessage: words,
    value: z.string().regex(/^(\d\d:\d\d)?$/),
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    id: words,
    label: words,
    placeholder: words.optional(),
    isMultiSelect: z.literal(true).optional(),
    isRequired: z.literal(true).optional(),
    errorMessage: words.optional(),
    style: z.enum(['compact', 'filtered', 'expanded']),
    wrap: z.literal(true).optional(),
    choices: z.array(choice).refine((all) => new Set(all.map(({ title }) => title)).size === all.length),
    'choices.data': z.strictObject({ type: z.literal('Data.Query'), dataset: words }).optional(),
    value: z.string(),
  }),
  z.strictObject({ type: z.literal('ActionSet'), spacing, actions: z.array(action).min(1) }),
] as const;

const column = z.strictObject({
  type: z.literal('Column'),
  width: z.enum(['2', '3']),
  items: z.array(z.discriminatedUnion('type', parts)).min(1),
});

const element = z.discriminatedUnion('type', [
  ...parts,
  // Two at most: more are too narrow on a phone.
  z.strictObject({ type: z.literal('ColumnSet'), spacing, columns: z.array(column).min(1).max(2) }),
  z.strictObject({
    type: z.literal('Container'),
    spacing,
    separator: z.literal(true),
    items: z.array(z.discriminatedUnion('type', parts)).min(1),
  }),
]);

const card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  rtl: z.literal(true).optional(),
  body: z.array(element).min(1),
  actions: z.array(action).min(1).max(6).optional(),
  msteams: z.strictObject({ entities: z.array(mention).min(1).max(10) }).optional(),
});

/** Fails with what is wrong with a card. */
export function expectGoodCard(found: unknown): void {
  card.parse(found);
  const inBytes = Buffer.byteLength(JSON.stringify(found), 'utf16le');
  if (inBytes > 25_000) throw new Error(`A card of ${inBytes} bytes`);
  const buttons = buttonsIn(found as Card);
  if (buttons.length > 6) throw new Error(`A card of ${buttons.length} buttons`);
  const ids = partsOf((found as Card).body).flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) throw new Error('Two fields with one id');
  const { body, msteams } = found as { body: { text?: string }[]; msteams?: { entities: { text: string }[] } };
  const tags = body.flatMap(({ text }) => text?.match(/<at>[^<>]*<\/at>/g) ?? []);
  const said = (msteams?.entities ?? []).map(({ text }) => text);
  if (JSON.stringify(tags) !== JSON.stringify(said)) throw new Error('Mentions that are not said, or not meant');
}
