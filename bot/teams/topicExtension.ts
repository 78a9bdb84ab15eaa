import { answered } from './dialogAnswer.ts';
import type { ExtensionCommand } from './extensionCommand.ts';
import { pickedMessage } from './pickedMessage.ts';
import type { TopicDialog } from './topicDialog.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

/** "Raise in our hour" on a message. */
export function createTopicExtension(room: Room, dialog: TopicDialog): ExtensionCommand {
  async function open(turn: PersonalTurn): Promise<Answer> {
    const message = pickedMessage(turn);
    return message ? answered(await dialog.open(turn, message), room) : { status: 400 };
  }

  return { id: 'raiseTopic', answer: open };
}
