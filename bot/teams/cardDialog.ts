import { z } from 'zod';
import { answered } from './dialogAnswer.ts';
import type { GoalsDialog } from './goalsDialog.ts';
import type { HourChangeDialog } from './hourChangeDialog.ts';
import type { HourDialog } from './hourDialog.ts';
import type { KudosDialog } from './kudosDialog.ts';
import { openActions } from './myActions.ts';
import { prefillSchema } from './kudosFormInput.ts';
import type { ScheduleDialog } from './scheduleDialog.ts';
import type { TopicDialog } from './topicDialog.ts';
import type { Answer, PersonalTurn, Room } from './turn.ts';

const valueSchema = z.object({ data: z.unknown().optional() });
const openSchema = z.object({ open: z.string() });

/** What opens behind a button of the bot's own cards. */
export function createCardDialog(
  room: Room,
  dialogs: {
    readonly kudos: KudosDialog;
    readonly goals: GoalsDialog;
    readonly hour: HourDialog;
    readonly topic: TopicDialog;
    readonly change: HourChangeDialog;
    readonly schedule: ScheduleDialog;
  },
) {
  const { kudos, goals, hour, topic, change, schedule } = dialogs;

  async function open(turn: PersonalTurn): Promise<Answer> {
    const data = valueSchema.safeParse(turn.activity.value).data?.data;
    return answered(await opened(turn, data), room);
  }

  function opened(turn: PersonalTurn, data: unknown) {
    const what = openSchema.safeParse(data).data?.open;
    switch (what) {
      case 'goals':
        return goals.openList(turn);
      case 'actions':
        return openActions(turn, room);
      case 'checkIn':
        return goals.openCheckIn(turn, data);
      case 'hour':
        return hour.open(turn, data);
      case 'topic':
        return topic.openFor(turn, data);
      case 'schedule':
        return schedule.open(turn, data);
      case 'moveHour':
      case 'skipHour':
        return change.open(turn, what, data);
      default:
        return kudos.open(turn, prefillSchema.safeParse(data).data ?? prefillSchema.parse({}));
    }
  }

  return { open };
}
