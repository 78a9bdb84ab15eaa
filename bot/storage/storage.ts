import { Readable } from 'node:stream';
import type { GoalEntries, GoalStore } from '../app/goalPorts.ts';
import type { ActionStore, AvoidStore, HourStore, ScheduleStore, TopicStore } from '../app/hourPorts.ts';
import type { CardStore, KudosStore } from '../app/kudosPorts.ts';
import type { FirstScreenStore, HouseStore, PersonIndex, ProfileStore, TeamStore } from '../app/ports.ts';
import { type Meter, unmetered } from '../app/meter.ts';
import type { EraseStore, ExportStore, RecordStore, Restored, RestoreWish } from '../app/operationPorts.ts';
import type { ReminderWishStore } from '../app/personalPorts.ts';
import type { PaceStore, ReminderStore, Timer, WorkQueue } from '../app/reminderPorts.ts';
import { actionStore } from './actionStore.ts';
import { avoidStore } from './avoidStore.ts';
import { cardStore } from './cardStore.ts';
import { patience, type StorageAddress } from './connect.ts';
import { openBlobs } from './blobs.ts';
import { openWholeTable } from './wholeTable.ts';
import { eraseStore } from './eraseStore.ts';
import { exportStore } from './exportStore.ts';
import { firstScreenStore } from './firstScreenStore.ts';
import { goalEntries } from './goalEntries.ts';
import { goalStore } from './goalStore.ts';
import { hourStore } from './hourStore.ts';
import { houseStore } from './houseStore.ts';
import { kudosStore } from './kudosStore.ts';
import { paceStore } from './paceStore.ts';
import { personIndex } from './personIndex.ts';
import { profileStore } from './profileStore.ts';
import { restore } from './restore.ts';
import { openQueue, queueName } from './queue.ts';
import { recordStore } from './recordStore.ts';
import { reminderStore } from './reminderStore.ts';
import { reminderWishStore } from './reminderWishStore.ts';
import { scheduleStore } from './scheduleStore.ts';
import { openTable } from './table.ts';
import { teamStore } from './teamStore.ts';
import { timerStore, workQueue } from './timerStore.ts';
import { topicStore } from './topicStore.ts';

export type Exports = ExportStore & {
  restore(wish: RestoreWish): Promise<Restored>;
  /** Writes a file of no meaning, and takes it away again. @throws Away */
  probe(): Promise<void>;
};

export type Storage = {
  readonly teams: TeamStore;
  readonly people: PersonIndex;
  readonly profiles: ProfileStore;
  readonly kudos: KudosStore;
  readonly cards: CardStore;
  readonly goals: GoalStore;
  readonly entries: GoalEntries;
  readonly schedules: ScheduleStore;
  readonly hours: HourStore;
  readonly topics: TopicStore;
  readonly actions: ActionStore;
  readonly avoids: AvoidStore;
  readonly firstScreen: FirstScreenStore;
  readonly erasures: EraseStore;
  readonly records: RecordStore;
  /** `null` where there is nowhere to put them: an emulator of tables alone. */
  readonly reminders: ReminderStore;
  readonly wishes: ReminderWishStore;
  readonly timer: Timer;
  readonly work: WorkQueue;
  readonly pace: PaceStore;
  readonly exports: Exports | null;
  readonly house: HouseStore;
  /** A small real read. @throws Away */
  ping(): Promise<void>;
};

/** Does not wait for storage: a service that starts while it is away serves as soon as it is back. */
export async function openStorage(
  address: StorageAddress,
  name = 'PeopleHour',
  waits = patience,
  meter: Meter = unmetered,
): Promise<Storage> {
  const table = await openTable(address, name, waits, meter);
  const whole = await openWholeTable(address, name);
  const blobs = openBlobs(address, 'exports', name);
  const ticks = openQueue(address, queueName(name, 'ticks'), waits);
  const setAside = openQueue(address, queueName(name, 'ticks-poison'), waits);
  const erasures = eraseStore(table, whole, blobs);
  return {
    teams: teamStore(table),
    people: personIndex(table),
    profiles: profileStore(table),
    kudos: kudosStore(table),
    cards: cardStore(table),
    goals: goalStore(table),
    entries: goalEntries(table),
    schedules: scheduleStore(table),
    hours: hourStore(table),
    topics: topicStore(table),
    actions: actionStore(table),
    avoids: avoidStore(table),
    firstScreen: firstScreenStore(table),
    erasures,
    records: recordStore(whole),
    exports: blobs && {
      ...exportStore(table, whole, blobs),
      restore: (wish) => restore({ table, whole, blobs, erasures }, wish),
      async probe() {
        await blobs.write('probe', Readable.from(['.']));
        await blobs.remove('probe');
      },
    },
    reminders: reminderStore(table),
    wishes: reminderWishStore(table),
    timer: timerStore(table, ticks),
    work: workQueue(table, ticks, setAside),
    pace: paceStore(table),
    house: houseStore(table),
    async ping() {
      await table.get('ping', 'ping');
    },
  };
}
