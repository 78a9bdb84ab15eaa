import { randomUUID } from 'node:crypto';
import type { PersonalLine, PersonalMessage } from '../../app/personalPorts.ts';
import type { Text } from '../../text/text.ts';
import { checkInFields } from './checkInForm.ts';
import { actions, execute, openDialog, theirDay, theirTime, timedWords, words } from './elements.ts';
import { excerpt } from './excerpt.ts';

/* One thing that the bot tells one person, with what can be done about it right there. */

export const personalVerbs = {
  done: 'personal.done',
  kept: 'personal.kept',
  checkIn: 'personal.checkIn',
  snooze: 'personal.snooze',
  snoozeKind: 'personal.snoozeKind',
  stop: 'personal.stop',
} as const;

type Here = { readonly team: string; readonly date: string };
type Line<Kind> = Extract<PersonalLine, { readonly kind: Kind }>;
export type Parts = readonly (object | null)[];

/** `buttons.left` is how many more a card may have. */
export function lineParts(
  text: Text,
  { person }: PersonalMessage,
  line: PersonalLine,
  here: Here,
  buttons: { left: number },
): Parts {
  const button = (make: () => object) => (buttons.left-- > 0 ? actions([make()]) : null);
  switch (line.kind) {
    case 'actionDue':
    case 'promiseDue':
      return actionParts(text, person.id, line, here, button);
    case 'ifThen':
      return line.plans
        .slice(0, maxPlans)
        .map((plan) => words(text('personal.plan', { if: plan.if, then: plan.then })));
    case 'helpOffered':
      return [words(text('personal.help', { name: line.helper.name, ask: excerpt(line.goal.ask, maxText) }))];
    case 'topicAsked':
      return topicParts(text, line, here, button);
    case 'goalCheckIn':
      return checkInParts(text, line, here, button);
  }
}

type Button = (make: () => object) => object | null;

/** What was promised to somebody else is theirs to close: it has no button. */
function actionParts(
  text: Text,
  me: string,
  line: Line<'actionDue' | 'promiseDue'>,
  here: Here,
  button: Button,
): Parts {
  const { action, isSettled } = line;
  const { promisedTo, owner, dueOn } = action;
  const said = excerpt(action.text, maxText);
  if (isSettled) return [words(said), words(text('personal.settled'), { isSubtle: true }, 'None')];
  const isHeld = promisedTo !== null && promisedTo.id !== me;
  const facts = [
    dueOn && text('personal.due', { date: text.day(dueOn) }),
    isHeld ? text('personal.promisedTo', { name: promisedTo.name }) : null,
    owner.id === me ? null : text('personal.from', { name: owner.name }),
  ].filter(Boolean);
  const verb = promisedTo?.id === me ? 'kept' : 'done';
  const close = () => execute(text(`personal.${verb}`), personalVerbs[verb], { ...here, id: action.id });
  return [
    words(said, { weight: 'Bolder' }),
    words(facts.join(' · '), { isSubtle: true }, 'None'),
    // Several buttons of one name: which one each is for is said to who points at it, or hears it read.
    isHeld ? null : button(() => ({ ...close(), tooltip: excerpt(said, 60) })),
  ];
}

function topicParts(text: Text, { hour, isSettled }: Line<'topicAsked'>, here: Here, button: Button): Parts {
  const at = { day: theirDay(hour.startsAt), time: theirTime(hour.startsAt) };
  const when = timedWords(text('personal.hourAt', at));
  if (isSettled) return [when, words(text('personal.settled'), { isSubtle: true })];
  const add = () => openDialog(text('hour.addTopic'), { open: 'topic', team: here.team });
  return [when, words(text('personal.topic')), button(add)];
}

function checkInParts(text: Text, { goal, isSettled }: Line<'goalCheckIn'>, here: Here, button: Button): Parts {
  const title = words(goal.title, { weight: 'Bolder' });
  if (isSettled) return [title, words(text('personal.checkedIn'), { isSubtle: true })];
  // The id of the check-in is born with the card, so that pressing twice checks in once.
  const data = { ...here, id: goal.id, entry: randomUUID() };
  const send = button(() => execute(text('checkIn.send'), personalVerbs.checkIn, data, 'fields'));
  return send ? [title, ...checkInFields(text), send] : [title];
}

const maxText = 200;
const maxPlans = 5;
