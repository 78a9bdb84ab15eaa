import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Versioned } from '../../bot/app/ports.ts';
import type { ActionItem } from '../../bot/domain/actionItem.ts';
import type { Goal } from '../../bot/domain/goal.ts';
import type { PersonId, TeamId, TenantId } from '../../bot/domain/ids.ts';
import type { Note } from '../../bot/domain/note.ts';
import type { Topic } from '../../bot/domain/topic.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { aKudos } from './builders.ts';
import { aCheckIn, aComment, aSharedGoal } from './buildersOfGoals.ts';
import { anAction, aNote, aTopic, done, thursday } from './buildersOfHours.ts';

/*
 * A service that is going to be killed: it gives, joins and takes back, begins goals, checks in and deletes, and lives through hours as fast as it can, and says what
 * storage has acknowledged, line by line, at once. Runs as a process of its own: connection string, table, tenant, team.
 */

const [connectionString = '', table = '', tenant = '', team = ''] = process.argv.slice(2);
const ref = { tenantId: tenant as TenantId, teamId: team as TeamId };
const lanes = 2;
const say = (deed: string, id: string) => writeSync(1, `${deed} ${id}\n`);
const person = () => ({ id: randomUUID() as PersonId, name: 'Somebody' });

const storage = await openStorage({ connectionString }, table);

async function thank(): Promise<void> {
  for (let turn = 0; ; turn++) {
    const kudos = aKudos({
      from: person(),
      to: [person(), person()],
      value: 'Care',
      visibility: turn % 4 === 0 ? 'private' : 'channel',
      createdAt: new Date(),
    });
    const given = await storage.kudos.add(ref, kudos, 'bot');
    say(given === 'taken' ? 'doubled' : 'given', kudos.id);
    if (turn % 2 === 0) continue;
    const joined = { ...kudos, joined: [person()] };
    const version = await storage.kudos.replace(ref, joined, given);
    say('joined', kudos.id);
    if (turn % 3 !== 0) continue;
    await storage.kudos.takeBack(ref, joined, version, kudos.from.id);
    say('takenBack', kudos.id);
  }
}

async function learn(): Promise<void> {
  for (let turn = 0; ; turn++) {
    const goal = aSharedGoal(['Mei', 'Lukas'], { ask: 'Half an hour' }, { owner: person(), createdAt: new Date() });
    const begun = await storage.goals.add(ref, goal);
    say(begun === 'taken' ? 'doubled' : 'begun', goal.id);
    const checkIn = aCheckIn({ at: new Date() });
    const shared: Goal = { ...goal, audience: 'team', checkIns: [checkIn] };
    const version = await storage.goals.replace(ref, shared, { thing: goal, version: begun }, checkIn);
    say('checkedIn', goal.id);
    await storage.entries.comments.add(ref, goal.id, aComment('Mei', { at: new Date() }));
    say('commented', goal.id);
    const narrow: Goal = { ...shared, audience: 'me', supporters: [] };
    const last = { thing: narrow, version: await storage.goals.replace(ref, narrow, { thing: shared, version }) };
    say('narrowed', goal.id);
    if (turn % 2 === 0) continue;
    await storage.goals.remove(ref, last);
    say('removed', goal.id);
    await storage.goals.clear(ref, goal.id);
    say('cleared', goal.id);
  }
}

async function talk(): Promise<void> {
  for (let turn = 0; ; turn++) {
    const [line, topic, item] = [aNote('Mei', { keep: false }), aTopic('Mei'), anAction('Mei')];
    const written = await storage.hours.addNote(ref, thursday, line);
    say(written === 'taken' ? 'doubled' : 'written', line.id);
    const found = (await storage.hours.findNote(ref, thursday, line.id)) as Versioned<Note>;
    await storage.hours.replaceNote(ref, thursday, { ...line, keep: true, edition: 2 }, found.version);
    say('kept', line.id);
    await storage.topics.add(ref, topic);
    say('raised', topic.id);
    const raised = (await storage.topics.find(ref, topic.id)) as Versioned<Topic>;
    await storage.topics.replace(ref, { ...topic, state: 'talked', closedIn: thursday, edition: 2 }, raised);
    say('talkedAbout', topic.id);
    await storage.actions.add(ref, item);
    say('promised', item.id);
    const promised = (await storage.actions.find(ref, item.id)) as Versioned<ActionItem>;
    await storage.actions.replace(ref, done(item, new Date()), promised);
    say('done', item.id);
  }
}

await Promise.all([thank, learn, talk].flatMap((work) => Array.from({ length: lanes }, work)));
