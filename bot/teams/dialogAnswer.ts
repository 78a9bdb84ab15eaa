import type { DialogAnswer } from './kudosDialog.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

/** What a dialog comes to, as Teams wants to hear it: the same for a message extension and for a button of a card. */
export function answered({ text }: PersonalTurn, answer: DialogAnswer, { isLocal }: Room): Answer {
  switch (answer.kind) {
    case 'form': {
      const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card };
      const value = { title: text('form.title'), width: 'medium', height: 'large', card };
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
