import { writeSync } from 'node:fs';
import type { KudosId, PersonId, TeamId, TenantId } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { randomUUID } from 'node:crypto';

/*
 * A service that is going to be killed: it gives, joins and takes back as fast as it can, and says what storage has acknowledged, line
 * by line, at once. Runs as a process of its own: connection string, table, tenant, team.
 */

const [connectionString = '', table = '', tenant = '', team = ''] = process.argv.slice(2);
const ref = { tenantId: tenant as TenantId, teamId: team as TeamId };
const lanes = 4;
const say = (deed: string, id: string) => writeSync(1, `${deed} ${id}\n`);
const person = () => ({ id: randomUUID() as PersonId, name: 'Somebody' });

const storage = await openStorage({ connectionString }, table);

async function work(): Promise<void> {
  for (let turn = 0; ; turn++) {
    const kudos: Kudos = {
      id: randomUUID() as KudosId,
      from: person(),
      to: [person(), person()],
      text: 'Thank you for not giving up',
      effect: null,
      value: 'Care',
      goalId: null,
      messageLink: null,
      visibility: turn % 4 === 0 ? 'private' : 'channel',
      joined: [],
      createdAt: new Date(),
    };
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

await Promise.all(Array.from({ length: lanes }, work));
