import type { Text } from '../../text/text.ts';

/* The few parts that cards are made of. What people wrote only ever becomes a TextRun: it has no markdown, no links and no mentions. */

export type Card = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly object[];
  readonly actions?: readonly object[];
  readonly msteams?: { readonly entities: readonly object[] };
};

export function card(text: Text, body: readonly (object | null)[], actions: readonly (object | null)[] = []): Card {
  const isThere = (part: object | null) => part !== null;
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    ...{ $schema: 'http://adaptivecards.io/schemas/adaptive-card.json' },
    ...(text.language === 'ar' && { rtl: true }),
    body: body.filter(isThere),
    ...(actions.some(isThere) && { actions: actions.filter(isThere) }),
  };
}

type Look = {
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Attention' | 'Accent';
  readonly isSubtle?: boolean;
};

/** Words as words, whoever wrote them. */
export function words(text: string, look: Look = {}, spacing: 'None' | 'Small' | 'Medium' | 'Large' = 'Small'): object {
  return { type: 'RichTextBlock', spacing, inlines: [{ type: 'TextRun', text: asTyped(text), ...look }] };
}

/** Cards turn `{{DATE(…)}}` and `{{TIME(…)}}` into dates even in plain text; a word joiner, which nobody sees, keeps them as they are. */
const asTyped = (text: string) => text.replace(/\{(?=\{\s*(?:DATE|TIME))/gi, '{\u2060');

/** A sentence of ours about a moment, which Teams shows to each reader by their own clock. Nothing that people wrote may stand in it. */
export function timedWords(sentence: string, look: Look = {}, spacing: 'None' | 'Small' | 'Medium' = 'Small'): object {
  return { type: 'RichTextBlock', spacing, inlines: [{ type: 'TextRun', text: sentence, ...look }] };
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-formatting-and-localization: no fractions of seconds. */
const withoutFraction = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z');
export const theirDay = (at: Date) => `{{DATE(${withoutFraction(at)},SHORT)}}`;
export const theirTime = (at: Date) => `{{TIME(${withoutFraction(at)})}}`;

/** What belongs together, set off from what stands before it. */
export const group = (parts: readonly (object | null)[]) => ({
  type: 'Container',
  spacing: 'Medium',
  separator: true,
  items: parts.filter((part) => part !== null),
});

/** Fields that are answered together, beside each other: a time needs a little more room than a day. */
export const sideBySide = (fields: readonly object[]) => ({
  type: 'ColumnSet',
  spacing: 'Medium',
  columns: fields.map((field, at) => ({ type: 'Column', width: at === 0 ? '2' : '3', items: [field] })),
});

/** Buttons among the words that they belong to. */
export const actions = (buttons: readonly object[]) => ({ type: 'ActionSet', spacing: 'Small', actions: buttons });

/** Microsoft asks for no more buttons on a card of a bot; see the store validation guidelines. */
export const maxActions = 6;

/** A button that sends what is in the fields, together with this. */
export const submit = (title: string, data: object) => ({ type: 'Action.Submit', title, data });

export const openUrl = (title: string, url: string) => ({ type: 'Action.OpenUrl', title, url });

/**
 * A button that acts at once. What is in the fields comes along, unless it has nothing to do with them: then they need not be filled in.
 */
export const execute = (title: string, verb: string, data: object, takesFields: 'fields' | 'nothing' = 'nothing') => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...(takesFields === 'nothing' && { associatedInputs: 'none' }),
});

/** A button in a message that opens a dialog. */
export const openDialog = (title: string, data: object) => ({
  type: 'Action.Submit',
  title,
  data: { ...data, msteams: { type: 'task/fetch' } },
});

/** How much of Teams' limit a message takes: it counts UTF-16. */
export const sizeInBytes = (value: object) => 2 * JSON.stringify(value).length;
export const maxCardInBytes = 25_000;
