import type { KnownSchedule } from '../app/hourPorts.ts';
import { ChangedMeanwhile, NotFound, type Versioned, VersionMissing } from '../app/ports.ts';
import type { Visit } from '../app/door.ts';
import type { TeamId } from '../domain/ids.ts';
import type { TeamReminders } from '../domain/reminder.ts';
import type { Schedule } from '../domain/schedule.ts';
import { type LocalDate, localDateOf } from '../domain/time.ts';
import { zoneIn } from './activity.ts';
import type { Card } from './cards/elements.ts';
import { postKinds, scheduleForm, type TypedSchedule } from './cards/scheduleForm.ts';
import { teamForm } from './cards/teamForm.ts';
import { inTime } from './deadline.ts';
import { type DialogAnswer, type FormTaker, say } from './dialogAnswer.ts';
import { visitHere } from './here.ts';
import { teamPickSchema } from './hourInput.ts';
import { scheduleIn, type SlotSent, slotSentSchema, slotTeamSchema, typedSlot } from './scheduleInput.ts';
import { BadForm, type PersonalTurn, type Room, sentenceFor } from './turn.ts';
import { zoneChoices } from './zoneChoices.ts';

export type ScheduleDialog = FormTaker & { open(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> };

/** A team's hour is set up where the team talks. Owners choose it; what others send is a proposal. */
export function createScheduleDialog(room: Room): ScheduleDialog {
  const { door, hours, schedule, team: teams, teamReminders } = room.useCases;

  /** `data` may say which team's; without, it is this conversation's, or one of mine. */
  async function open(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    return inWords(turn, async () => {
      const picked = teamPickSchema.safeParse(data).data?.team ?? (await visitHere(turn, room))?.ref.teamId;
      if (picked) return firstForm(turn, picked);
      const mine = await teams.mine(turn.actor);
      if (mine.length === 0) return say(turn.text('hour.noTeam'));
      if (mine.length === 1) return firstForm(turn, mine[0]!.id);
      const label = turn.text('slot.whichTeam');
      return inDialog(turn, teamForm(turn.text, mine, { label, data: { step: 'slotTeam' } }));
    });
  }

  async function firstForm(turn: PersonalTurn, team: TeamId): Promise<DialogAnswer> {
    const slot = await slotOf(turn, team);
    const typed = slot.known ? typedAs(slot.known.thing) : usual(turn);
    return form(turn, slot, { ...typed, posts: postsIn(slot.posts.thing) }, null);
  }

  async function take(turn: PersonalTurn, data: unknown): Promise<DialogAnswer> {
    const choice = slotTeamSchema.safeParse(data).data;
    if (choice) return inWords(turn, () => firstForm(turn, choice.team));
    const sent = slotSentSchema.safeParse(data).data;
    if (!sent) return say(sentenceFor(new BadForm(), turn, room));
    const typed = typedSlot(sent);
    try {
      return say(await inTime(chosen(turn, sent, typed)));
    } catch (trouble) {
      const isOther = trouble instanceof ChangedMeanwhile || trouble instanceof VersionMissing;
      return formAgain(turn, sent, typed, isOther ? turn.text('slot.changed') : sentenceFor(trouble, turn, room));
    }
  }

  async function chosen(turn: PersonalTurn, sent: SlotSent, typed: TypedSchedule): Promise<string> {
    const { actor, text } = turn;
    const wanted = scheduleIn(sent, typed);
    const { me, record } = await door.enter(actor, sent.team);
    const team = record.team.name;
    if (!me.owner) {
      await schedule.propose(actor, sent.team, wanted);
      return text('slot.proposed', { team });
    }
    // Where the team meets is not asked here, and stays.
    const meetingLink = (await slotOf(turn, sent.team)).known?.thing.meetingLink ?? null;
    await schedule.save(actor, sent.team, { ...wanted, meetingLink }, sent.version ?? null);
    if (typed.posts) {
      const wishes = { before: false, start: false, recap: false, ...keyed(typed.posts) };
      await teamReminders.save(actor, sent.team, wishes, sent.postsVersion ?? '');
    }
    const [first] = await schedule.preview(actor, sent.team, wanted, null, 1);
    const date = text.weekday(localDateOf(first!.startsAt, wanted.timeZone));
    return text('slot.chosen', { team, date, time: text.time(first!.startsAt, wanted.timeZone) });
  }

  /** Nothing typed is lost. What somebody else chose meanwhile is known to who sends it again. */
  async function formAgain(turn: PersonalTurn, sent: SlotSent, typed: TypedSchedule, problem: string) {
    try {
      return form(turn, await inTime(slotOf(turn, sent.team), 500), typed, problem);
    } catch {
      return say(problem); // Whether they may choose cannot be known now, and what was wrong is already being said.
    }
  }

  async function slotOf({ actor }: PersonalTurn, team: TeamId): Promise<Slot> {
    const [{ visit, now }, posts, known] = await Promise.all([
      hours.screen(actor, team),
      teamReminders.find(actor, team),
      schedule.find(actor, team).catch((trouble) => {
        if (trouble instanceof NotFound) return null;
        throw trouble;
      }),
    ]);
    return { visit, known, posts, today: localDateOf(now, 'UTC') };
  }

  async function inWords(turn: PersonalTurn, work: () => Promise<DialogAnswer>): Promise<DialogAnswer> {
    try {
      return await inTime(work());
    } catch (trouble) {
      return say(sentenceFor(trouble, turn, room));
    }
  }

  return { open, take, steps: ['slot', 'slotTeam'] };
}

/** What a team has chosen so far. */
type Slot = {
  readonly visit: Visit;
  readonly known: KnownSchedule | null;
  readonly posts: Versioned<TeamReminders>;
  readonly today: LocalDate;
};

function form(turn: PersonalTurn, slot: Slot, typed: TypedSchedule, problem: string | null): DialogAnswer {
  const { text } = turn;
  const { known, posts, today } = slot;
  const { ref, me, record } = slot.visit;
  const carried = {
    team: ref.teamId,
    startOn: known?.thing.startOn ?? today,
    everyWeeks: known?.thing.everyWeeks ?? 1,
    version: known?.version ?? null,
    postsVersion: posts.version,
  };
  const zones = zoneChoices(text, typed.zone);
  // What the bot says is for owners to choose, and what they ticked is kept when the form comes back.
  const shown = { ...typed, posts: me.owner ? (typed.posts ?? []) : null };
  return inDialog(
    turn,
    scheduleForm(text, { carried, typed: shown, zones, isOwner: me.owner, team: record.team.name, problem }),
  );
}

const postsIn = (wishes: TeamReminders) => postKinds.filter((kind) => wishes[kind]);
const keyed = (posts: readonly string[]) => Object.fromEntries(posts.map((kind) => [kind, true]));

const inDialog = ({ text }: PersonalTurn, card: Card): DialogAnswer => ({
  kind: 'form',
  title: text('slot.title'),
  card,
});

/** Thursday morning, by the clock of who sets it up. */
const usual = ({ activity }: PersonalTurn): TypedSchedule => ({
  weekday: '4',
  time: '10:00',
  zone: zoneIn(activity) ?? '',
  minutes: '60',
  meeting: '',
  meetingMinutes: '',
  posts: null,
});

const typedAs = ({ weekday, time, timeZone, minutes, replaces }: Schedule): TypedSchedule => ({
  weekday: String(weekday),
  time,
  zone: timeZone,
  minutes: String(minutes),
  meeting: replaces?.name ?? '',
  meetingMinutes: replaces ? String(replaces.minutes) : '',
  posts: null,
});
