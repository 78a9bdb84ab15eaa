import { z } from 'zod';
import type { WholeHour } from '../app/hourReading.ts';
import { NotFound } from '../app/ports.ts';
import { hourLimits, mondayOf, mustBePlanned } from '../domain/hour.ts';
import { addDays, localDateOf, wallTimeOf } from '../domain/time.ts';
import { fits, tidyLine } from '../domain/words.ts';
import { moveForm, skipForm, type TypedMove } from './cards/hourForms.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, type FormTaker, say } from './dialogAnswer.ts';
import { type ChangeSent, changeSentSchema, hourPickSchema } from './hourInput.ts';
import { shortened } from './kudosFormInput.ts';
import { BadForm, Mistake, type PersonalTurn, type Room, sentenceFor } from './turn.ts';

type Change = ChangeSent['step'];

export type HourChangeDialog = FormTaker & {
  open(turn: PersonalTurn, change: Change, data: unknown): Promise<DialogAnswer>;
};

/** An hour that nobody opened is moved within its week, or skipped with a reason: by anybody in the team, as in the tab. */
export function createHourChangeDialog(room: Room): HourChangeDialog {
  const { hours } = room.useCases;

  async function open(turn: PersonalTurn, change: Change, data: unknown): Promise<DialogAnswer> {
    const picked = hourPickSchema.safeParse(data).data;
    if (!picked) return say(sentenceFor(new BadForm(), turn, room));
    try {
      const whole = await inTime(hours.find(turn.actor, picked.team, picked.date));
      mustBePlanned(whole.hour);
      const { startsAt, timeZone } = whole.hour;
      const [day] = daysLeft(whole);
      const typed = { day: day ?? whole.hour.date, time: wallTimeOf(startsAt, timeZone), reason: '' };
      return form(turn, change, whole, typed, null);
    } catch (trouble) {
      return say(sentenceAbout(trouble, turn));
    }
  }

  async function take(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    const sent = changeSentSchema.safeParse(data).data;
    if (!sent) return say(sentenceFor(new BadForm(), turn, room));
    try {
      return say(await inTime(changed(turn, sent)));
    } catch (trouble) {
      return formAgain(turn, sent, sentenceAbout(trouble, turn));
    }
  }

  /** Sent twice, it is done once. */
  async function changed({ actor, text }: PersonalTurn, sent: ChangeSent): Promise<string> {
    const { team, date, step, day, time } = sent;
    const reason = reasonIn(sent);
    if (step === 'skipHour') {
      await hours.skip(actor, team, date, reason, null);
      return text('skip.done');
    }
    if (!day || !wallTime.safeParse(time).success) throw new Mistake('move.time.missing');
    const { hour } = await hours.move(actor, team, date, { date: day, time: time!, reason }, null);
    const { startsAt, timeZone } = hour;
    return text('move.done', {
      date: text.weekday(localDateOf(startsAt, timeZone)),
      time: text.time(startsAt, timeZone),
    });
  }

  /** Nothing typed is lost; where there is nothing to change any more, that is all there is to say. */
  async function formAgain(turn: PersonalTurn, sent: ChangeSent, problem: string): Promise<DialogAnswer> {
    try {
      const whole = await inTime(hours.find(turn.actor, sent.team, sent.date), 500);
      if (whole.hour.status !== 'planned') return say(problem);
      return form(turn, sent.step, whole, typedIn(sent), problem);
    } catch {
      return say(problem); // The days to choose from cannot be known now, and what was wrong is already being said.
    }
  }

  const sentenceAbout = (trouble: unknown, turn: PersonalTurn) =>
    trouble instanceof NotFound ? turn.text('hour.notThere') : sentenceFor(trouble, turn, room);

  return { open, take, steps: ['moveHour', 'skipHour'] };
}

const wallTime = z.iso.time({ precision: -1 });

function form(
  { text }: PersonalTurn,
  change: Change,
  whole: WholeHour,
  typed: TypedMove,
  problem: string | null,
): DialogAnswer {
  const { visit, hour } = whole;
  const frame = {
    carried: { team: visit.ref.teamId, date: hour.date },
    audience: text('audience.team', { count: visit.roster.size, team: visit.record.team.name }),
    problem,
  };
  const card =
    change === 'skipHour'
      ? skipForm(text, { ...frame, typed })
      : moveForm(text, { ...frame, typed, days: daysLeft(whole), zone: hour.timeZone });
  return { kind: 'form', title: text(change === 'skipHour' ? 'skip.title' : 'move.title'), card };
}

/** The days of the hour's week that are not over, by the team's clock. */
function daysLeft({ hour: { date, timeZone }, now }: WholeHour): string[] {
  const today = localDateOf(now, timeZone);
  const monday = mondayOf(date);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)).filter((day) => day >= today);
}

const typedIn = ({ day, time, reason }: ChangeSent): TypedMove => ({
  day: day ?? '',
  time: wallTime.safeParse(time).data ?? '',
  reason: shortened(reason ?? '', hourLimits.reason),
});

function reasonIn({ reason }: ChangeSent): string {
  const words = tidyLine(shortened(reason ?? '', hourLimits.reason));
  if (words === '') throw new Mistake('change.reason.missing');
  if (!fits(words, hourLimits.reason)) throw new Mistake('form.tooLong');
  return words;
}
