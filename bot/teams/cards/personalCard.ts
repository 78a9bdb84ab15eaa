import type { PersonalMessage } from '../../app/personalPorts.ts';
import type { ReminderKind } from '../../domain/reminderWishes.ts';
import type { Team } from '../../domain/team.ts';
import type { TextKey } from '../../text/en.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, execute, group, maxActions, openUrl, words } from './elements.ts';
import { lineParts, type Parts, personalVerbs } from './personalLines.ts';

/* What the bot tells one person, as it stands whenever it is looked at by a button. */

export const wishVerbs = { open: 'wishes.open', save: 'wishes.save' } as const;

type Place = { readonly team: Pick<Team, 'id' | 'name'>; readonly page: string };

export const personalSummary = (text: Text, team: string) => text('personal.title', { team });

export const kindTitle = {
  actionDue: 'personal.actionDue',
  promiseDue: 'personal.promiseDue',
  ifThen: 'personal.ifThen',
  goalCheckIn: 'personal.goalCheckIn',
  topicAsked: 'personal.topicAsked',
  helpOffered: 'personal.helpOffered',
} satisfies Record<ReminderKind, TextKey>;

/** The names of some kinds, one after the other. */
export const kindNames = (text: Text, kinds: readonly ReminderKind[]) =>
  text.names(kinds.map((kind) => text(kindTitle[kind])));

export function personalCard(text: Text, message: PersonalMessage, { team, page }: Place): Card {
  const { date, lines, ending, snoozedUntil, on } = message;
  const here = { team: team.id, date };
  const buttons = { left: maxLineButtons };
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const wanted = kinds.filter((kind) => on.includes(kind));
  // Built first: what can be done about the things themselves comes before what can be done about messages.
  const things = kinds.map((kind) =>
    group([
      words(text(kindTitle[kind]), { isSubtle: true }, 'None'),
      ...lines
        .filter((line) => line.kind === kind)
        .flatMap((line, at) => setOff(at, lineParts(text, message, line, here, buttons))),
    ]),
  );
  return card(
    text,
    [
      words(personalSummary(text, team.name), { weight: 'Bolder', size: 'Medium' }, 'None'),
      ...things,
      ending.length > 0 ? words(text('personal.ending', { kinds: kindNames(text, ending) }), {}, 'Medium') : null,
      stopped(text, kinds, on),
      snoozedUntil ? words(text('personal.snoozed', { date: text.day(snoozedUntil) }), {}, 'Medium') : null,
      ...waiting(text, message),
      words(text('audience.me'), { isSubtle: true }, 'Medium'),
    ],
    [
      ...snoozeButtons(text, message, wanted, here).slice(0, maxActions - otherButtons - usedIn(buttons)),
      wanted.length === 1
        ? execute(text('personal.stop'), personalVerbs.stop, { ...here, kind: wanted[0] })
        : execute(text('personal.choose'), wishVerbs.open, { team: team.id }),
      openUrl(text('personal.open'), page),
    ],
  );
}

/** Of one kind alone where the message is, and of everything where that is more. */
function snoozeButtons(
  text: Text,
  { on, snoozed, snoozedUntil }: PersonalMessage,
  [only, ...others]: readonly ReminderKind[],
  here: { readonly team: string; readonly date: string },
): object[] {
  if (snoozedUntil || on.length === 0) return [];
  const isOne = only !== undefined && others.length === 0 && on.length > 1;
  const kind =
    isOne && !snoozed[only]
      ? [execute(text('personal.snoozeKind'), personalVerbs.snoozeKind, { ...here, kind: only })]
      : [];
  return [...kind, execute(text('personal.snooze'), personalVerbs.snooze, here)];
}

/** Which kinds are quiet until when; where everything is, that says it. */
function waiting(text: Text, { snoozed, snoozedUntil, on }: PersonalMessage): object[] {
  if (snoozedUntil) return [];
  return on.flatMap((kind) => {
    const until = snoozed[kind];
    return until
      ? [words(text('personal.waits', { kind: text(kindTitle[kind]), date: text.day(until) }), {}, 'Medium')]
      : [];
  });
}

/** From the second thing on, so that a button is seen to belong to what stands above it. */
const setOff = (at: number, [first, ...others]: Parts): Parts =>
  at === 0 || !first ? [first ?? null, ...others] : [{ ...first, spacing: 'Medium' }, ...others];

const maxLineButtons = 3;
const otherButtons = 2;
const usedIn = ({ left }: { readonly left: number }) => maxLineButtons - Math.max(left, 0);

/** What was switched off since, says so. */
function stopped(text: Text, kinds: readonly ReminderKind[], on: readonly ReminderKind[]): object | null {
  const off = kinds.filter((kind) => !on.includes(kind));
  return off.length > 0 ? words(text('personal.stopped', { kinds: kindNames(text, off) }), {}, 'Medium') : null;
}
