import type { Card } from './fakeConnector.ts';
import type { Answer } from './teamsWorld.ts';
import { partsOf } from './teamsWorldCardParts.ts';
import { expectGoodCard } from './teamsWorldCardRules.ts';

/* Reading what the service answered with, as somebody in front of it would. */

/** The card of the dialog that an answer opened. */
export function cardIn(answer: Answer): Card {
  const card = answer.body?.task?.value?.card?.content as Card | undefined;
  if (!card) throw new Error(`No form, but ${JSON.stringify(answer).slice(0, 500)}`);
  expectGoodCard(card);
  return card;
}

type Field = { readonly id: string; readonly value?: string; readonly choices?: { title: string; value: string }[] };

export const fieldsIn = (answer: Answer): Readonly<Record<string, Field>> =>
  Object.fromEntries(partsOf(cardIn(answer).body).flatMap((part) => (part.id ? [[part.id, part as Field]] : [])));

/** What Teams sends for a filled form: the button's data with every field, several choices in one text. */
export function filled(answer: Answer, typed: object): object {
  const [button] = cardIn(answer).actions ?? [];
  const values = Object.entries(fieldsIn(answer)).map(([id, { value }]) => [id, value ?? '']);
  const given = Object.entries(typed).map(([id, value]) => [id, Array.isArray(value) ? value.join(',') : value]);
  return { ...(button?.data as object), ...Object.fromEntries([...values, ...given]) };
}

/** All that a card says, in order, as it is read. */
export const textsIn = (card: { readonly body: readonly object[] }): string[] =>
  partsOf(card.body).flatMap(({ text, inlines }) => [
    ...(text === undefined ? [] : [text.replace(/<\/?at>/g, '')]),
    ...(inlines ?? []).map((run) => run.text),
  ]);

export const sentenceIn = (answer: Answer): string => answer.body?.task?.value ?? answer.body?.composeExtension?.text;
