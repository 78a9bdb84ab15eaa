import type { TeamRef } from '../domain/ids.ts';
import { type Meter, unmetered } from './meter.ts';
import { Away, ChangedMeanwhile, type Clock, type Log, type Versioned } from './ports.ts';
import type { Moment, Pace } from './pace.ts';
import type { Outcome, ReminderStore, Said } from './reminderPorts.ts';

/** How long whoever began to say something is left alone with it. Longer than Teams is given for an answer, all tries together. */
export const leaseInMs = 180_000;
const retryInSeconds = 60;

export type Speech = {
  readonly ref: TeamRef;
  /** As it is when nobody said it yet. */
  readonly said: Pick<Said, 'to' | 'date' | 'kind' | 'dueAt' | 'shows'>;
  /** Why it is not to be said any more, at an instant. */
  lapsed(now: Date): 'late' | 'outdated' | null;
  /** Reads what is needed, and answers with what says it, once. @throws Away */
  prepare(): Promise<() => Promise<Outcome>>;
};

/** Where it stands, and when to look again if somebody else is at it. */
export type Heard = { readonly said: Said | null; readonly againAt: Date | null };

export type Saying = ReturnType<typeof createSaying>;

/**
 * Says something at most once, whoever is woken, on whichever instance and however often. It is claimed by writing it down; from `sending`
 * on it may have been heard, and who dies there leaves it unsaid: once lost is better than twice said.
 */
export function createSaying(world: {
  reminders: ReminderStore;
  pace: Pace;
  clock: Clock;
  log: Log;
  meter?: Meter | undefined;
  /** Shorter only where nobody waits for Teams. */
  leaseInMs?: number | undefined;
}) {
  const { reminders, pace, clock, log, meter = unmetered } = world;
  const freeAt = (since: Date) => new Date(since.getTime() + (world.leaseInMs ?? leaseInMs));

  /** @param before what somebody wrote down about it, if anybody did @throws Away when it could not be said now, and should be tried again */
  async function once(speech: Speech, before: Versioned<Said> | null): Promise<Heard> {
    return before ? goOn(speech, before) : begin(speech);
  }

  async function begin(speech: Speech): Promise<Heard> {
    const { ref } = speech;
    const lapsed = speech.lapsed(clock());
    const now = clock();
    const said: Said = { ...speech.said, state: lapsed ?? 'claimed', changedAt: now, post: null, trouble: null };
    const version = await reminders.claim(ref, said);
    if (!version) return { said: null, againAt: freeAt(now) };
    if (lapsed) measure(said);
    return lapsed ? { said, againAt: null } : say(speech, { thing: said, version });
  }

  /** What somebody began. Who was about to say it and did not, will not any more; who may have said it, has. */
  async function goOn(speech: Speech, before: Versioned<Said>): Promise<Heard> {
    const { ref } = speech;
    const { state, changedAt } = before.thing;
    if (state !== 'claimed' && state !== 'sending') return { said: before.thing, againAt: null };
    const now = clock();
    // Clocks may have been put back: a lease is never longer than it is.
    if (now >= changedAt && now < freeAt(changedAt)) return { said: before.thing, againAt: freeAt(changedAt) };
    const end = state === 'sending' ? 'unknown' : speech.lapsed(now);
    if (end) {
      const trouble = end === 'unknown' ? 'ended while sending' : null;
      const ended = (await turned(ref, before, { state: end, trouble }))?.thing;
      if (ended) measure(ended);
      return { said: ended ?? before.thing, againAt: null };
    }
    const taken = await turned(ref, before, { state: 'claimed' });
    return taken ? say(speech, taken) : { said: null, againAt: freeAt(clock()) };
  }

  async function say(speech: Speech, claimed: Versioned<Said>): Promise<Heard> {
    const { ref } = speech;
    const [speak, moment] = await prepared(speech, claimed);
    const sending = await turned(ref, claimed, { state: 'sending' });
    // What took us too long was taken over.
    if (!sending) return { said: null, againAt: freeAt(clock()) };
    await moment();
    const result = await speak();
    if (result.outcome === 'away') {
      await giveUp(ref, sending);
      throw new Away('Teams', retryInSeconds);
    }
    const said = await settled(ref, sending, result);
    const lateInSeconds = Math.round((clock().getTime() - said.dueAt.getTime()) / 1000);
    log.info({ kind: said.kind, state: said.state, lateInSeconds }, 'a reminder');
    measure(said);
    return { said, againAt: null };
  }

  function measure({ kind, state, dueAt }: Said): void {
    meter.record('reminder.late', (clock().getTime() - dueAt.getTime()) / 1000, { kind, outcome: state });
  }

  /** As close to the saying as it can be: whoever dies while they wait in line has said nothing yet. */
  async function prepared(speech: Speech, claimed: Versioned<Said>): Promise<[() => Promise<Outcome>, Moment]> {
    try {
      const speak = await speech.prepare();
      return [speak, await pace(speech.ref.tenantId)];
    } catch (trouble) {
      await giveUp(speech.ref, claimed);
      throw trouble;
    }
  }

  /** It was not said: free for whoever comes next, at once. */
  async function giveUp(ref: TeamRef, held: Versioned<Said>): Promise<void> {
    await turned(ref, held, { state: 'claimed', changedAt: new Date(0) });
  }

  /** However long it took, and whatever others made of the silence meanwhile: this is what became of it. */
  async function settled(ref: TeamRef, sending: Versioned<Said>, result: Outcome): Promise<Said> {
    const after = { ...stateAfter(result), post: 'post' in result ? result.post : null };
    const done = await turned(ref, sending, after);
    if (done) return done.thing;
    const now = await reminders.find(ref, sending.thing);
    if (now?.thing.state === 'unknown') await turned(ref, now, after);
    return { ...sending.thing, ...after };
  }

  /** `null` when it is not as it was any more. */
  async function turned(
    ref: TeamRef,
    { thing, version }: Versioned<Said>,
    change: Partial<Said>,
  ): Promise<Versioned<Said> | null> {
    const after = { ...thing, changedAt: clock(), ...change };
    try {
      return { thing: after, version: await reminders.turn(ref, after, version) };
    } catch (trouble) {
      if (trouble instanceof ChangedMeanwhile) return null;
      throw trouble;
    }
  }

  return { once, turned };
}

/** Teams does not want us there: nothing more is said until something happens. */
export const isGone = (said: Said | null): boolean => said?.state === 'failed' && said.trouble === 'gone';

function stateAfter({ outcome }: Outcome): Pick<Said, 'state' | 'trouble'> {
  if (outcome === 'sent') return { state: 'sent', trouble: null };
  if (outcome === 'unknown') return { state: 'unknown', trouble: 'no clear answer' };
  return { state: 'failed', trouble: outcome };
}
