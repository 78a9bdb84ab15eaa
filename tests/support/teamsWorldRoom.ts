import { randomUUID } from 'node:crypto';
import type { Log, RosterSource } from '../../bot/app/ports.ts';
import type { Timer } from '../../bot/app/reminderPorts.ts';
import type { GoalEdit } from '../../bot/domain/goal.ts';
import { type Actor, type GoalId, goalId } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import type { Schedule } from '../../bot/domain/schedule.ts';
import { createBackground } from '../../bot/background.ts';
import { useCasesIn } from '../../bot/useCases.ts';
import { linksBy } from '../../bot/links.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { connectToTeams, type TeamsOptions } from '../../bot/teams/connection.ts';
import { createReceiver, type Receiver } from '../../bot/teams/receive.ts';
import { type Azurite, freshStorage, startAzurite } from './azurite.ts';
import { contoso, idOf } from './builders.ts';
import { aGoalEdit } from './buildersOfGoals.ts';
import { aSchedule } from './buildersOfHours.ts';
import { type CardAction, type Post, startFakeConnector } from './fakeConnector.ts';
import { type Answer, createTeams, type Place } from './teamsWorld.ts';
import { createStillTimer } from './timers.ts';
import { expectGoodCard } from './teamsWorldCardRules.ts';

/** The Teams room on real storage, with a connector and clients around it. */
export async function startTeamsRoom(
  storage: Storage,
  options: Partial<TeamsOptions> = {},
  rosters: (teams: RosterSource) => RosterSource = (teams) => teams,
  timer: Timer = createStillTimer(),
) {
  const connector = await startFakeConnector();
  const logged: { level: string; facts: object; message: string }[] = [];
  const line = (level: string) => (facts: object, message: string) => void logged.push({ level, facts, message });
  const log: Log = { info: line('info'), warn: line('warn'), error: line('error') };
  const background = createBackground(log);
  const clock = { now: () => new Date() };
  const connection = connectToTeams({
    bot: null,
    serviceHosts: [],
    openIdMetadataUrl: '',
    allowedTenants: [contoso],
    appUrl: 'https://people-hour.test',
    links: linksBy((page) => `https://teams.test/tab/${encodeURIComponent(page)}`),
    log,
    // A connector that hangs is given up on soon, and nobody waits between two tries.
    patience: { deadlineInMs: 300, pause: async () => undefined },
    ...options,
  });
  const useCases = useCasesIn({
    storage,
    rosters: rosters(connection.rosters),
    messenger: connection.messenger,
    hourMessenger: connection.hourMessenger,
    personMessenger: connection.personMessenger,
    timer,
    clock: () => clock.now(),
    background: background.run,
    log,
    secret: 'a secret of these tests',
  });
  const receive: Receiver = createReceiver(connection, useCases);
  const teams = createTeams(connector, (activity) => receive({ authorization: undefined, body: asSent(activity) }));
  return {
    connector,
    connection,
    useCases,
    storage,
    receive,
    teams,
    logged,
    /** A test may stop it, and move it on. */
    clock,
    /** A team where the app was installed, and its greeting cleared away. */
    async have(name: string, members: readonly string[]): Promise<Place> {
      const place = teams.channel(name, members);
      await place.install(members[0]);
      await background.drain();
      connector.forgetPosts();
      return place;
    },
    /** Opens the form, sends it, and waits for the cards. */
    async thanks(place: Place, from: string, to: readonly string[], text: string): Promise<Answer> {
      const answer = await place.as(from).sends(await place.as(from).opensForm(), { to: to.map(idOf), text });
      await background.drain();
      return answer;
    },
    /** A goal that somebody began in the tab. */
    async goalOf(place: Place, owner: string, of: Partial<GoalEdit> = {}): Promise<GoalId> {
      const id = goalId(randomUUID());
      await useCases.goals.save(actor(owner), place.ref().teamId, id, aGoalEdit(of), null);
      return id;
    },
    /** The hour that the owner of a team chose: Thursdays at ten in Berlin, unless said otherwise. */
    async hourIn(place: Place, owner: string, of: Partial<Schedule> = {}): Promise<void> {
      await useCases.schedule.save(actor(owner), place.ref().teamId, aSchedule(of), null);
    },
    async wallOf(place: Place, viewer: string): Promise<Kudos[]> {
      const { items } = await useCases.kudos.list(actor(viewer), place.ref().teamId, {}, null, 100);
      return items.map(({ thing }) => thing);
    },
    /** Waits for what goes on after an answer was given. */
    settled: () => background.drain(),
    /** Whatever a test was about: everything that was ever shown has to be a good card. */
    async stop() {
      await background.drain();
      await connector.stop();
      const all = connector.posts.flatMap(({ versions }) => versions.flatMap(({ attachments }) => attachments ?? []));
      all.forEach(({ content }) => expectGoodCard(content));
    },
  };
}
export type TeamsRoom = Awaited<ReturnType<typeof startTeamsRoom>>;

/** As it comes out of a parser: no `undefined`, nothing shared. */
const asSent = (activity: object): unknown => JSON.parse(JSON.stringify(activity));

/** Somebody who asks by other ways than the bot. */
export const actor = (name: string): Actor => ({ tenantId: contoso, personId: idOf(name), name });

/** The card that stands there now. */
export const shown = (post: Post | undefined) => post!.activity!.attachments![0]!.content;
export const button = (post: Post | undefined, title: string): CardAction =>
  shown(post).actions!.find((action) => action.title === title)!;

/** One Azurite for a file, a room of its own for each test. */
export function useTeamsRoom(options: Partial<TeamsOptions> = {}): { readonly room: TeamsRoom } {
  let azurite: Azurite;
  const here = {} as { room: TeamsRoom };
  beforeAll(async () => {
    azurite = await startAzurite();
  });
  beforeEach(async () => {
    here.room = await startTeamsRoom(await freshStorage(azurite), options);
  });
  afterEach(() => here.room.stop());
  afterAll(() => azurite.stop());
  return here;
}
