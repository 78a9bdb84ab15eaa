import { answered } from './dialogAnswer.ts';
import type { ExtensionCommand } from './extensionCommand.ts';
import type { NoteDialog } from './noteDialog.ts';
import { pickedMessage } from './pickedMessage.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

/** "Note for my goal" on a message. */
export function createNoteExtension(room: Room, dialog: NoteDialog): ExtensionCommand {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const message = pickedMessage(turn);
    return message ? answered(await dialog.open(turn, message), room) : { status: 400 };
  }

  return { id: 'noteForGoal', answer: open };
}
