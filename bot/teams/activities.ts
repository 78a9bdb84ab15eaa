import { createBuckets, type Limit } from '../app/buckets.ts';
import { createCardActions } from './cardActions.ts';
import { createCardDialog } from './cardDialog.ts';
import { createCommands } from './commands.ts';
import { byCommand } from './extensionCommand.ts';
import { answered } from './dialogAnswer.ts';
import { createForms } from './forms.ts';
import { createGoalsDialog } from './goalsDialog.ts';
import { createHourActions } from './hourActions.ts';
import { createHourChangeDialog } from './hourChangeDialog.ts';
import { createHourDialog } from './hourDialog.ts';
import { createInstallation } from './installation.ts';
import { createKudosDialog } from './kudosDialog.ts';
import { createKudosExtension } from './kudosExtension.ts';
import { createKudosJoin } from './kudosJoin.ts';
import { createKudosSearch } from './kudosSearch.ts';
import { createLinkUnfurling } from './linkUnfurling.ts';
import { createMeetings } from './meetings.ts';
import { openActions } from './myActions.ts';
import { createNoteDialog } from './noteDialog.ts';
import { createNoteExtension } from './noteExtension.ts';
import { createPeopleSearch } from './peopleSearch.ts';
import { createScheduleDialog } from './scheduleDialog.ts';
import { createStatusAction } from './statusAction.ts';
import { createPersonalActions } from './personalActions.ts';
import { createTopicDialog } from './topicDialog.ts';
import { createTopicExtension } from './topicExtension.ts';
import { type Answer, type PersonalTurn, report, type Room, type Turn } from './turn.ts';
import { createTypeahead } from './typeahead.ts';

/** The questions that Teams asks. */
export const invokeNames = [
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
  'task/fetch',
  'task/submit',
  'adaptiveCard/action',
  'application/search',
] as const;
type Invokes = Readonly<Record<(typeof invokeNames)[number], (turn: PersonalTurn) => Promise<Answer>>>;
export const otherTypes = ['message', 'event', 'installationUpdate', 'conversationUpdate'] as const;
type Others = Readonly<Record<(typeof otherTypes)[number], (turn: Turn) => Promise<void>>>;

/** What somebody who types fast in two windows never reaches. */
const invokeLimit: Limit = { atOnce: 200, aSecond: 10 };

/** The bot's table of contents: which activity goes where. */
export function createActivities(room: Room): (turn: Turn) => Promise<Answer> {
  const kudos = createKudosDialog(room);
  const goals = createGoalsDialog(room);
  const note = createNoteDialog(room);
  const hour = createHourDialog(room);
  const topic = createTopicDialog(room);
  const change = createHourChangeDialog(room);
  const schedule = createScheduleDialog(room);
  const forms = createForms(room, [kudos, goals, note, hour, topic, change, schedule]);
  const cardDialog = createCardDialog(room, { kudos, goals, hour, topic, change, schedule });
  const typeahead = createTypeahead(room);
  const cardActions = createCardActions(room, [
    createKudosJoin(room),
    ...createHourActions(room),
    ...createPersonalActions(room),
    createStatusAction(room),
  ]);
  const commands = createCommands(room);
  const installation = createInstallation(room);
  const meetings = createMeetings(room);
  const unfurling = createLinkUnfurling(room);
  const isRepeated = createMemory();
  const waitOf = createBuckets(invokeLimit, () => new Date());

  const invokes: Invokes = {
    'composeExtension/fetchTask': byCommand([
      createKudosExtension(room, kudos),
      createNoteExtension(room, note),
      createTopicExtension(room, topic),
      // Not in the manifest: the Playground opens no dialogs from cards, so there these are reached like this.
      { id: 'goals', answer: async (turn) => answered(await goals.openList(turn), room) },
      { id: 'hour', answer: async (turn) => answered(await hour.open(turn, null), room) },
      { id: 'actions', answer: async (turn) => answered(await openActions(turn, room), room) },
      { id: 'schedule', answer: async (turn) => answered(await schedule.open(turn, null), room) },
    ]),
    'composeExtension/submitAction': forms.fromExtension,
    'composeExtension/query': byCommand([createKudosSearch(room), createPeopleSearch(room)]),
    'composeExtension/queryLink': unfurling.unfurl,
    'composeExtension/anonymousQueryLink': unfurling.unfurlForAnybody,
    'task/fetch': cardDialog.open,
    'task/submit': forms.fromCard,
    'adaptiveCard/action': cardActions.press,
    'application/search': typeahead.suggest,
  };

  const others: Others = {
    message: async (turn) => {
      if (isPersonal(turn) && !isRepeated(turn)) await commands.hear(turn);
    },
    event: async (turn) => {
      if (isPersonal(turn) && !isRepeated(turn)) await meetings.happened(turn);
    },
    installationUpdate: async (turn) => {
      if (!isRepeated(turn)) await installation.installationChanged(turn);
    },
    conversationUpdate: installation.conversationChanged,
  };

  return async (turn) => {
    const { activity, actor, tenantId } = turn;
    if (actor && activity.from) room.accounts.remember(tenantId, actor.personId, activity.from.id);
    // Not knowing today's address better than yesterday's is no reason to leave somebody without an answer.
    await installation.notice(turn).catch((trouble) => report(trouble, room));
    if (activity.type === 'invoke') {
      const name = invokeNames.find((known) => known === activity.name);
      const answer = name && invokes[name];
      if (!answer || !isPersonal(turn)) return { status: 501 };
      return waitOf(`${tenantId} ${turn.actor.personId}`) > 0 ? { status: 429 } : answer(turn);
    }
    const type = otherTypes.find((known) => known === activity.type);
    if (type) await others[type](turn);
    return { status: 200 };
  };
}

const isPersonal = (turn: Turn): turn is PersonalTurn => turn.actor !== null;

/**
 * Teams sends again what it believes we have not heard. Kudos have an id of their own that makes them safe; a greeting or an answer
 * has not, and once lost is better than twice said.
 */
function createMemory(): (turn: Turn) => boolean {
  const seen = new Set<string>();
  return ({ activity: { id, conversation } }) => {
    if (!id) return false;
    const key = `${conversation?.id} ${id}`;
    if (seen.has(key)) return true;
    if (seen.size >= 10_000) seen.delete(seen.values().next().value!);
    seen.add(key);
    return false;
  };
}
