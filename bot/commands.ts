import { parseArgs } from 'node:util';
import { exportUseCases } from './app/exports.ts';
import { CannotBeDone } from './app/operationPorts.ts';
import { personId, teamId, tenantId } from './domain/ids.ts';
import { createLog } from './log.ts';
import type { Settings } from './settings.ts';
import { openStorage, type Storage } from './storage/storage.ts';

/* What an operator asks of the service besides serving: `node main.js export`, or from source `npm run operate -- export`. */

const usage = [
  'export                           exports everything now',
  'exports                          lists the exports that there are',
  'restore --from <export>          puts an export back into an empty table',
  '        --team <id>              only what belongs to this team',
  '        --over-existing          also where something is: rows of the export replace rows of the same key',
  'erase   --tenant <id>            of this tenant,',
  '        --person <id>            a person from every team,',
  '        --team <id>              or a team with everything in it',
].join('\n');

type Say = (line: string) => void;
type Command = (storage: Storage, args: readonly string[], say: Say) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  async export(storage, _args, say) {
    const facts = await useCases(storage).make();
    say(`Exported ${facts.rows} rows of ${facts.teams} teams as ${facts.name}.`);
    if (facts.changedMeanwhile > 0)
      say(
        `${facts.changedMeanwhile} parts of it kept changing while they were read; make another in a quieter moment.`,
      );
  },

  async exports(storage, _args, say) {
    const names = await useCases(storage).list();
    say(names.length > 0 ? names.join('\n') : 'There are no exports yet.');
  },

  async restore(storage, args, say) {
    const options = {
      from: { type: 'string' },
      team: { type: 'string' },
      'over-existing': { type: 'boolean', default: false },
    } as const;
    const { from, team = null, 'over-existing': overExisting } = parseArgs({ args: [...args], options }).values;
    if (!from) throw new CannotBeDone('Say which export: --from <export>.');
    if (!storage.exports) throw new CannotBeDone('There is no Blob Storage in the settings.');
    const { rows } = await storage.exports.restore({ from, team, overExisting });
    say(`Restored ${rows} rows from ${from}. Start the service again now: it notices what is due by itself.`);
  },

  async erase({ erasures }, args, say) {
    const options = { tenant: { type: 'string' }, person: { type: 'string' }, team: { type: 'string' } } as const;
    const { tenant, person, team } = parseArgs({ args: [...args], options }).values;
    if (!tenant || Boolean(person) === Boolean(team))
      throw new CannotBeDone('Say whom or what: --tenant <id>, and --person <id> or --team <id>.');
    const ref = { tenantId: tenantId(tenant), teamId: teamId(team ?? '') };
    const who = { tenantId: tenantId(tenant), personId: personId(person ?? '') };
    if (team) {
      // The service looks once more afterwards, for what it let in meanwhile.
      await erasures.ask({ team: ref }, new Date());
      await erasures.team(ref);
    } else {
      const asked = await erasures.ask({ person: who }, new Date());
      await erasures.personEverywhere(asked);
      await erasures.done(asked);
    }
    say('Erased. Exports that were made before keep it for 30 days, and give none of it back when they are restored.');
  },
};

export const isCommand = (name: string | undefined): name is string => name !== undefined && !name.startsWith('-');

const useCases = ({ exports }: Storage) =>
  exportUseCases({ exports, clock: () => new Date(), log: createLog('silent') });

/** @returns the exit code */
export async function runCommand(args: readonly string[], settings: Settings, say: Say): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    say(`There is no command that is called ${name}. There are:\n\n${usage}`);
    return 1;
  }
  const local = settings.mode === 'local' ? await (await import('./local/world.ts')).openLocalStorage(settings) : null;
  const storage = await openStorage(settings.mode === 'local' ? local!.address : settings.storage);
  try {
    await command(storage, rest, say);
    return 0;
  } catch (trouble) {
    if (trouble instanceof CannotBeDone) say(trouble.message);
    else if ((trouble as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      say(`${(trouble as Error).message}\n\n${usage}`);
    else throw trouble;
    return 1;
  } finally {
    await local?.close();
  }
}
