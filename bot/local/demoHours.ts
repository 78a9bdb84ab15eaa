import { closePromise, finishAction, noteAction, type ActionItem } from '../domain/actionItem.ts';
import { chanceOf } from '../domain/chance.ts';
import { digestOf } from '../domain/digest.ts';
import { type Hour, plannedHour, skipHour } from '../domain/hour.ts';
import { closeHour, goTo, openHour } from '../domain/runningHour.ts';
import { actionItemId, type HourDate, hourDate, noteId, topicId } from '../domain/ids.ts';
import { writeNote } from '../domain/note.ts';
import { makePairs } from '../domain/pair.ts';
import { occurrencesAt, type Schedule } from '../domain/schedule.ts';
import type { Member, Person } from '../domain/team.ts';
import { addDays, minutesAfter } from '../domain/time.ts';
import { raiseTopic, settleTopic, supportTopic, type Topic } from '../domain/topic.ts';
import { afterHour, noTurns, whoseTurn } from '../domain/turns.ts';
import type { Storage } from '../storage/storage.ts';
import type { DemoScene } from './demoGoals.ts';
import { type ActionStory, demoAgenda, demoHours, type HourStory, type TopicStory } from './demoHourStories.ts';
import { studioRef } from './people.ts';

type Stores = Pick<Storage, 'schedules' | 'hours' | 'topics' | 'actions'>;
type Scene = Pick<DemoScene, 'members' | 'named'>;

const weekly: Omit<Schedule, 'startOn'> = {
  weekday: 4,
  time: '10:00',
  timeZone: 'Europe/Berlin',
  minutes: 60,
  everyWeeks: 1,
  replaces: { name: 'Weekly status', minutes: 45 },
};

/**
 * Hours that were held, one that was not, and what is on for the next. Each by the rules of the house, as it would have been on its
 * day; an hour is closed last, so what a power cut left half done goes on where it ended.
 */
export async function makeDemoHours(stores: Stores, scene: Scene, now: Date): Promise<void> {
  const known = await stores.schedules.find(studioRef);
  const schedule = known?.thing ?? { ...weekly, startOn: firstDate(now) };
  if (!known) await stores.schedules.save(studioRef, schedule, null, plannedHour(schedule, schedule.startOn).startsAt);
  const dateOf = (hoursAgo: number) => addDays(schedule.startOn, 7 * (hoursBefore - hoursAgo));

  for (const [at, story] of demoHours.entries())
    await live(stores, story, plannedHour(schedule, dateOf(story.hoursAgo)), scene, at + 1);
  const next = hourDate(dateOf(0));
  for (const [at, story] of demoAgenda.entries()) {
    const createdAt = minutesAfter(now, -60 * (20 - at));
    await stores.topics.add(studioRef, raised(story, next, createdAt, scene, idOf('b', 900 + at)));
  }
}

const hoursBefore = demoHours[0]!.hoursAgo;

/** So many weeks before the hour that comes next. */
function firstDate(now: Date): string {
  const [next] = occurrencesAt({ ...weekly, startOn: '2020-01-02' }, now, 1);
  return addDays(next!.date, -7 * hoursBefore);
}

async function live(stores: Stores, story: HourStory, planned: Hour, scene: Scene, number: number): Promise<void> {
  const { hours, topics, actions } = stores;
  const { date, startsAt } = planned;
  const after = (minutes: number) => minutesAfter(startsAt, minutes);
  const found = await hours.find(studioRef, date);
  if (found && found.thing.status !== 'open') return;
  if (story.skipped !== undefined) return hours.save(studioRef, skipHour(planned, story.skipped), null);

  const present = scene.members.filter(({ name }) => !story.away?.includes(firstName(name)));
  const turns = await hours.turns(studioRef);
  const before = turns?.thing ?? noTurns;
  if (!found) await hours.save(studioRef, opened(planned, scene, present, before), null);
  const { thing: open, version } = (await hours.find(studioRef, date))!;

  for (const person of present) await hours.mark(studioRef, date, 'present', personOf(person), true);
  for (const name of story.away ?? []) await hours.mark(studioRef, date, 'away', personOf(scene.named(name)), true);
  for (const person of open.pairs.flat())
    await hours.mark(studioRef, date, 'talked', personOf(scene.members.find(({ id }) => id === person)!), true);
  for (const [at, topic] of (story.topics ?? []).entries())
    await topics.add(studioRef, raised(topic, date, after(at - 1500), scene, idOf('b', number * 10 + at), true));
  for (const [at, [author, text, kind = 'note']] of (story.notes ?? []).entries()) {
    const line = { id: noteId(idOf('c', number * 10 + at)), by: scene.named(author), now: after(30 + 3 * at) };
    await hours.addNote(studioRef, date, writeNote({ text, kind, keep: true }, line));
  }
  for (const [at, action] of (story.actions ?? []).entries())
    await actions.add(studioRef, noted(action, date, after(50 + at), scene, idOf('d', number * 10 + at)));
  for (const [name, when, then] of story.leaves ?? []) {
    const exit = { plan: { if: when, then }, isShared: true };
    await hours.leaveWith(studioRef, date, personOf(scene.named(name)), exit);
  }
  const held = closeHour(open, digestOf(await hours.entries(studioRef, date)), after(60));
  await hours.close(studioRef, held, version, afterHour(before, held), turns?.version ?? null);
}

/** With everybody whose turn it was, and in pairs: as it stands when its last segment runs. */
function opened(planned: Hour, { members }: Scene, present: readonly Member[], turns: typeof noTurns): Hour {
  const roster = new Map(present.map((member) => [member.id, member]));
  const facilitator = whoseTurn(turns.facilitated, roster, [])!;
  const spotlight = whoseTurn(turns.spotlighted, roster, [facilitator.id]);
  const hour = openHour({ ...planned, facilitator, spotlight }, roster.get(facilitator.id)!, planned.startsAt);
  const pairs = makePairs({
    present: present.map(({ id }) => id),
    team: members.map(({ id }) => id).sort(),
    turns,
    avoids: [],
    chance: chanceOf(planned.date),
  });
  return goTo({ ...hour, pairs }, hour.plan.length - 1, minutesAfter(planned.startsAt, 50));
}

function raised(story: TopicStory, hour: HourDate, now: Date, scene: Scene, id: string, isOver = false): Topic {
  const words = { text: story.text, kind: story.kind ?? 'talk', messageLink: null };
  const topic = raiseTopic(words, { id: topicId(id), by: scene.named(story.by), hour, now });
  const supported = (story.with ?? []).reduce((one, name) => supportTopic(one, scene.named(name), true), topic);
  if (!isOver || story.isLeftOver) return supported;
  return settleTopic(supported, story.isStatus ? 'status' : 'talked', hour);
}

function noted(story: ActionStory, hour: HourDate, now: Date, scene: Scene, id: string): ActionItem {
  const { text, owner, promisedTo, dueInDays, closed } = story;
  const words = {
    text,
    owner: scene.named(owner).id,
    dueOn: dueInDays === undefined ? null : addDays(hour, dueInDays),
    promisedTo: promisedTo ? scene.named(promisedTo).id : null,
  };
  const roster = new Map(scene.members.map((member) => [member.id, member]));
  const item = noteAction(words, { id: actionItemId(id), by: scene.named(owner), hour, roster, now });
  if (!closed) return item;
  const [how, by] = closed;
  const at = minutesAfter(now, 5 * 24 * 60);
  const person = scene.named(by).id;
  return how === 'done' ? finishAction(item, person, { roster, now: at }) : closePromise(item, how, person, at);
}

const idOf = (kind: 'b' | 'c' | 'd', number: number) => {
  const [eight, four, three] = [8, 4, 3].map((length) => kind.repeat(length));
  return `${eight}-${four}-4${three}-8${three}-${String(number).padStart(12, '0')}`;
};
const firstName = (name: string) => name.split(' ')[0]!;
const personOf = ({ id, name }: Person): Person => ({ id, name });
