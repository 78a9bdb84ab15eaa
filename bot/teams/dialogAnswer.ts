import type { Card } from './cards/elements.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

export type DialogAnswer =
  | { readonly kind: 'form'; readonly title: string; readonly card: Card }
  | { readonly kind: 'say'; readonly sentence: string }
  /** A card for the compose box, which whoever filled the form sends. */
  | { readonly kind: 'insert'; readonly attachment: object }
  /** It stands in this conversation for all to see; the dialog may simply close. */
  | { readonly kind: 'done'; readonly sentence: string };

/** Whether the dialog can put a card into a compose box when it closes, and is in the conversation that it was opened in. */
export type Way = 'compose' | 'commandBox' | 'card';

export const say = (sentence: string): DialogAnswer => ({ kind: 'say', sentence });

/** What a dialog comes to, as Teams wants to hear it: the same for a message extension and for a button of a card. */
export function answered(answer: DialogAnswer, { isLocal }: Room): Answer {
  switch (answer.kind) {
    case 'form': {
      const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card };
      const value = { title: answer.title, width: 'medium', height: 'large', card };
      return { status: 200, body: { task: { type: 'continue', value } } };
    }
    case 'say':
      return told(answer.sentence);
    case 'done':
      // In Teams no answer closes the dialog. The Playground, which local mode is for, takes that for a failure.
      return isLocal ? told(answer.sentence) : { status: 200 };
    case 'insert': {
      const attachments = [answer.attachment];
      return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
    }
  }
}

const told = (sentence: string): Answer => ({ status: 200, body: { task: { type: 'message', value: sentence } } });

/** A form that came back says itself which one it is, whichever way it took. */
export type FormTaker = {
  readonly steps: readonly string[];
  take(turn: PersonalTurn, data: unknown, way: Way): Promise<DialogAnswer>;
};
