import { randomUUID } from 'node:crypto';
import { Away } from '../../bot/app/ports.ts';
import type { Said, SayingState } from '../../bot/app/reminderPorts.ts';
import { actionItemId, type TeamRef } from '../../bot/domain/ids.ts';
import { noWishes, type ReminderKind, type WishChoice } from '../../bot/domain/reminderWishes.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aProfile, idOf } from '../support/builders.ts';
import { aGoalEdit, aGoalId } from '../support/buildersOfGoals.ts';
import { aSchedule, aTopic, thursday } from '../support/buildersOfHours.ts';
import { anActor, type AppWorld, anAppWorld } from '../support/buildersOfWorlds.ts';

let azurite: Azurite;
let world: AppWorld;
let ref: TeamRef;
let house: ReturnType<AppWorld['anInstance']>;
beforeAll(async () => void (azurite = await startAzurite()));
afterAll(() => azurite.stop());
beforeEach(async () => {
  world = anAppWorld(await freshStorage(azurite));
  ref = await world.aTeamOf('Amara', 'Mei', 'Lukas');
  house = world.anInstance();
  time('16T07:00');
});

const mei = anActor('Mei');
/** Of November 2026, in UTC; the 16th is a Monday. */
const time = (text: string) => void (world.clock.now = new Date(`2026-11-${text}:00Z`));
const choice = (on: readonly ReminderKind[], of: Partial<WishChoice> = {}): WishChoice => {
  const { ifThenAt, checkInAt, snoozedUntil, snoozed } = noWishes;
  return { on, ifThenAt, checkInAt, snoozedUntil, snoozed, quiet: null, ...of };
};
async function wants(on: readonly ReminderKind[], of: Partial<WishChoice> = {}, name = 'Mei') {
  const { version } = await house.reminderWishes.find(anActor(name), ref.teamId);
  return house.reminderWishes.save(anActor(name), ref.teamId, choice(on, of), version);
}
/** Two instances at the same moment, and once more. Which of the two is the quicker, nobody knows. */
async function tick(name = 'Mei', of = ref) {
  const other = world.anInstance();
  await Promise.all([house, other].map(({ personal }) => personal.attend(of, idOf(name))));
  const next = await house.personal.attend(of, idOf(name));
  await world.settled();
  return next;
}
const heard = () =>
  world.ear.heard.map(({ person, lines, ending }) => [
    person.name,
    ...lines.map(({ kind }) => kind),
    ...ending.map((kind) => `no more ${kind}`),
  ]);
const anItem = async (owner: string, dueOn: string, promisedTo: string | null = null, of = ref) => {
  const id = actionItemId(randomUUID());
  const words = {
    text: `Of ${owner}`,
    owner: idOf(owner),
    dueOn,
    promisedTo: promisedTo === null ? null : idOf(promisedTo),
    hour: null,
  };
  await house.actions.save(anActor('Amara'), of.teamId, id, words, null);
  return id;
};
const aGoalOf = async (owner: string, of: Parameters<typeof aGoalEdit>[0] = {}) => {
  const id = aGoalId();
  await house.goals.save(anActor(owner), ref.teamId, id, aGoalEdit(of), null);
  return id;
};

const begun = (state: SayingState, action: string): Said => ({
  to: idOf('Mei'),
  date: '2026-11-17',
  kind: 'digest',
  state,
  dueAt: world.clock.now,
  changedAt: world.clock.now,
  post: null,
  shows: `actionDue.${action}.2026-11-17`,
  trouble: null,
});

test('who did not ask for anything hears nothing, whatever is due', async () => {
  await anItem('Mei', '2026-11-17');
  await aGoalOf('Mei', { ifThen: { if: 'it rains', then: 'I read' } });
  time('17T09:00');

  expect(await tick()).toBeNull();
  expect(heard()).toEqual([]);
});

describe('each kind is told once, to who asked for it', () => {
  test('what is due and what was promised, together', async () => {
    await Promise.all([
      anItem('Mei', '2026-11-17'),
      anItem('Lukas', '2026-11-17', 'Mei'),
      anItem('Lukas', '2026-11-17'),
    ]);
    await wants(['actionDue', 'promiseDue']);

    time('16T09:00');
    expect(await tick()).toEqual(new Date('2026-11-17T09:00:00Z'));
    expect(heard()).toEqual([]);
    time('17T09:00');
    await tick();
    time('18T09:00');
    await tick();

    expect(heard()).toEqual([['Mei', 'actionDue', 'promiseDue']]);
    expect(await house.teamReminders.log(mei, ref.teamId)).toEqual([]);
  });

  test('the if-then of a goal, at its own time where I am', async () => {
    await aGoalOf('Mei', { ifThen: { if: 'it rains', then: 'I read' } });
    await world.profiles.save(ref, idOf('Mei'), aProfile({ timeZone: 'Asia/Kolkata' }), 'none');
    await wants(['ifThen'], { ifThenAt: { weekday: 3, time: '14:30' } });

    time('18T08:59');
    await tick();
    expect(heard()).toEqual([]);
    time('18T09:00');
    await tick();

    expect(heard()).toEqual([['Mei', 'ifThen']]);
    expect(world.ear.heard[0]!.lines).toEqual([{ kind: 'ifThen', plans: [{ if: 'it rains', then: 'I read' }] }]);
  });

  test('the check-in, and it shows as sent when it was', async () => {
    const goal = await aGoalOf('Mei', { title: 'Lead a review' });
    await wants(['goalCheckIn'], { checkInAt: { weekday: 5, time: '15:00' } });

    time('20T15:00');
    await tick();
    expect(heard()).toEqual([['Mei', 'goalCheckIn']]);
    const { date } = world.ear.heard[0]!;
    await house.goals.checkIn(mei, ref.teamId, goal, randomUUID() as never, {
      learned: 'Slowly',
      confidence: 4,
      ticked: [],
    });

    expect((await house.personal.message(mei, ref.teamId, date)).lines).toMatchObject([
      { kind: 'goalCheckIn', isSettled: true },
    ]);
    time('27T14:00');
    await tick();
    expect(heard()).toHaveLength(1);
  });

  test('the topic, unless one was brought or they cannot come', async () => {
    await world.schedules.save(ref, aSchedule({ timeZone: 'UTC' }), null, world.clock.now);
    await world.topics.add(ref, aTopic('Lukas'));
    await house.agenda.mark(anActor('Amara'), ref.teamId, thursday, 'away', true);
    for (const name of ['Mei', 'Lukas', 'Amara']) await wants(['topicAsked'], {}, name);

    time('18T09:30');
    expect(await tick()).toEqual(new Date('2026-11-18T10:00:00Z'));
    time('18T10:00');
    await tick();
    await tick('Lukas');
    await tick('Amara');

    expect(heard()).toEqual([['Mei', 'topicAsked']]);
  });

  test('help that is offered, at once and in a later message the others', async () => {
    const goal = await aGoalOf('Mei', { ask: 'Somebody to listen', askToTeam: true });
    await wants(['helpOffered']);
    world.announced.splice(0);

    time('17T11:00');
    await house.support.offer(anActor('Lukas'), ref.teamId, goal, true);
    await world.settled();
    expect(world.announced).toEqual([{ ref, person: idOf('Mei') }]);
    await tick();
    time('17T12:00');
    await house.support.offer(anActor('Amara'), ref.teamId, goal, true);
    await tick();
    expect(heard()).toEqual([['Mei', 'helpOffered']]);
    time('18T09:00');
    await tick();

    expect(
      world.ear.heard.map(({ lines }) => lines.map((line) => line.kind === 'helpOffered' && line.helper.name)),
    ).toEqual([['Lukas'], ['Amara']]);
  });

  test('nobody is woken for help that they do not want to hear of', async () => {
    const goal = await aGoalOf('Mei', { ask: 'Somebody to listen', askToTeam: true });
    world.announced.splice(0);
    await house.support.offer(anActor('Lukas'), ref.teamId, goal, true);
    await world.settled();
    expect(world.announced).toEqual([]);
  });
});

test('two messages a week from all teams together; what does not fit waits, or is not told when it is not so any more', async () => {
  const other = await world.aTeamOf('Amara', 'Mei');
  const ids = await Promise.all(['16', '17', '18', '19'].map((day) => anItem('Mei', `2026-11-${day}`)));
  await anItem('Mei', '2026-11-18', null, other);
  await wants(['actionDue']);
  await house.reminderWishes.save(mei, other.teamId, choice(['actionDue']), 'none');

  for (const day of ['16', '17']) {
    time(`${day}T09:00`);
    await tick();
  }
  time('18T09:00');
  await tick('Mei', other);
  await tick();
  expect(heard()).toHaveLength(2);
  await house.actions.finish(mei, ref.teamId, ids[2]!);
  time('23T09:00');
  await tick();
  await tick('Mei', other);

  const told = world.ear.heard
    .slice(2)
    .map(({ lines }) => lines.map((line) => line.kind === 'actionDue' && line.action.dueOn));
  expect(told).toEqual([['2026-11-19'], ['2026-11-18']]);
});

test('three messages that nobody looks at end a kind, and it says so once; opening the tab begins anew', async () => {
  const days = ['17', '19', '24', '26'];
  await Promise.all([...days, '30'].map((day) => anItem('Mei', `2026-11-${day}`)));
  await Promise.all(days.map((day) => anItem('Lukas', `2026-11-${day}`)));
  await wants(['actionDue']);
  await wants(['actionDue'], {}, 'Lukas');

  for (const day of days) {
    time(`${day}T09:00`);
    await tick();
    await tick('Lukas');
    if (day === '19') {
      house.reminderWishes.looked(await world.door.enter(anActor('Lukas'), ref.teamId), null);
      await world.settled();
    }
  }
  time('30T09:00');

  expect(await tick()).toBeNull();
  expect(heard().filter(([name]) => name === 'Mei')).toEqual([
    ...days.slice(1).map(() => ['Mei', 'actionDue']),
    ['Mei', 'no more actionDue'],
  ]);
  expect(heard().filter(([name]) => name === 'Lukas')).toEqual(days.map(() => ['Lukas', 'actionDue']));
  expect((await house.reminderWishes.find(mei, ref.teamId)).thing).toMatchObject({ since: {}, stopped: ['actionDue'] });
});

test('who turned the bot away is left alone until they speak to it', async () => {
  await Promise.all(['17', '18', '24'].map((day) => anItem('Mei', `2026-11-${day}`)));
  await wants(['actionDue']);
  world.ear.outcome = 'gone';
  time('17T09:00');
  expect(await tick()).toBeNull();
  expect(heard()).toHaveLength(1);

  world.ear.outcome = 'sent';
  time('18T09:00');
  expect(await tick()).toBeNull();
  expect((await house.reminderWishes.find(mei, ref.teamId)).contact.isBlocked).toBe(true);
  world.announced.splice(0);
  time('23T09:00');
  await house.reminderWishes.spoke(mei, [ref.teamId]);
  await tick();

  expect(world.announced).toEqual([{ ref, person: idOf('Mei') }]);
  // What they were told of then never arrived, and is told now.
  expect(world.ear.heard.slice(1).map(({ lines }) => lines.length)).toEqual([2]);
});

test('what may have arrived is not told again; what did not is', async () => {
  await anItem('Mei', '2026-11-17');
  await wants(['actionDue']);
  time('17T09:00');
  world.ear.outcome = 'away';
  await expect(house.personal.attend(ref, idOf('Mei'))).rejects.toThrow(Away);
  world.ear.outcome = 'unknown';
  await tick();
  time('18T09:00');
  world.ear.outcome = 'sent';
  await tick();

  expect(heard()).toHaveLength(2);
});

test('who died while saying it may have been heard: it is not said again', async () => {
  const due = await anItem('Mei', '2026-11-17');
  await wants(['actionDue']);
  time('17T09:00');
  await world.reminders.claim(ref, begun('sending', due));

  expect(await house.personal.attend(ref, idOf('Mei'))).toEqual(new Date('2026-11-17T09:03:00Z'));
  time('17T09:03');
  await tick();
  time('18T09:00');
  await tick();

  expect(heard()).toEqual([]);
  const [last] = await world.reminders.newest(ref, idOf('Mei'), 1);
  expect(last!.thing.state).toBe('unknown');
});

test('who died before saying it is taken over, by what is so then', async () => {
  await anItem('Mei', '2026-11-17');
  const second = await anItem('Mei', '2026-11-17');
  await wants(['actionDue']);
  time('17T09:00');
  await world.reminders.claim(ref, begun('claimed', second));
  await house.actions.finish(mei, ref.teamId, second);

  expect(await house.personal.attend(ref, idOf('Mei'))).toEqual(new Date('2026-11-17T09:03:00Z'));
  expect(heard()).toEqual([]);
  time('17T09:03');
  await tick();
  time('18T09:00');
  await tick();

  expect(heard()).toEqual([['Mei', 'actionDue']]);
});

test('leaving the team ends it, and who comes back has what they chose', async () => {
  await anItem('Mei', '2026-11-17');
  await wants(['actionDue']);
  world.teamsApp.leave(ref, 'Mei');
  house = world.anInstance();
  time('17T09:00');

  expect(await tick()).toEqual(new Date('2026-11-24T09:00:00Z'));
  expect(heard()).toEqual([]);
  world.teamsApp.set(ref, 'Amara', 'Mei');
  house = world.anInstance();
  await tick();
  expect(heard()).toEqual([['Mei', 'actionDue']]);
});

test('a message shows how things stand now, to who got it and to nobody else', async () => {
  const [mine, gone] = await Promise.all([anItem('Mei', '2026-11-17'), anItem('Mei', '2026-11-17')]);
  await wants(['actionDue']);
  time('17T09:00');
  await tick();

  await house.actions.finish(mei, ref.teamId, mine);
  await house.actions.remove(mei, ref.teamId, gone);
  await house.reminderWishes.snooze(mei, ref.teamId, 'all');
  const shown = await house.personal.message(mei, ref.teamId, '2026-11-17');

  expect(shown).toMatchObject({
    lines: [{ action: { id: mine }, isSettled: true }],
    snoozedUntil: '2026-11-24',
    on: ['actionDue'],
  });
  await expect(house.personal.message(anActor('Lukas'), ref.teamId, '2026-11-17')).rejects.toThrow();
  await expect(house.personal.message(anActor('Zoe'), ref.teamId, '2026-11-17')).rejects.toThrow();
});

test('a kind that is left out for a week is told afterwards, and the others meanwhile', async () => {
  await Promise.all([anItem('Mei', '2026-11-17'), anItem('Lukas', '2026-11-17', 'Mei')]);
  await wants(['actionDue', 'promiseDue']);
  await house.reminderWishes.snooze(mei, ref.teamId, 'actionDue');
  await house.reminderWishes.snooze(mei, ref.teamId, 'actionDue');

  time('17T09:00');
  await tick();
  expect(heard()).toEqual([['Mei', 'promiseDue']]);
  expect(await house.personal.message(mei, ref.teamId, '2026-11-17')).toMatchObject({
    snoozedUntil: null,
    snoozed: { actionDue: '2026-11-23' },
  });
  time('22T09:00');
  await tick();
  expect(heard()).toHaveLength(1);
  time('23T09:00');
  await tick();
  expect(heard().slice(1)).toEqual([['Mei', 'actionDue']]);
});

test('saving wakes the person; the same again is the same, and from another window it is refused', async () => {
  const first = await wants(['actionDue']);
  expect(world.announced).toEqual([{ ref, person: idOf('Mei') }]);

  expect((await house.reminderWishes.save(mei, ref.teamId, choice(['actionDue']), 'none')).version).toBe(first.version);
  await expect(house.reminderWishes.save(mei, ref.teamId, choice([]), 'none')).rejects.toThrow('');
  expect((await house.reminderWishes.stop(mei, ref.teamId, 'all')).thing.since).toEqual({});
});
