import type { Storage } from '../storage/storage.ts';
import { type KudosId, kudosId } from '../domain/ids.ts';
import { giveKudos, joinKudos } from '../domain/kudos.ts';
import { emptyProfile } from '../domain/profile.ts';
import type { Member, Team } from '../domain/team.ts';
import { type DemoScene, makeDemoGoals } from './demoGoals.ts';
import { makeDemoHours } from './demoHours.ts';
import { demoKudos, demoProfiles, demoValues, type Story } from './demoStories.ts';
import { localMembers, studio, studioRef } from './people.ts';

const idAt = (at: number): KudosId => kudosId(`77777777-7777-4777-8777-${String(at).padStart(12, '0')}`);

/**
 * The team Studio with its weeks behind it, made on the first start only. Each kudos, each goal and each hour goes by the rules of the house, as
 * it would have on its day. The last kudos stands for all of it, so what a power cut left half done is completed.
 */
export async function makeDemo(storage: Storage, now: Date): Promise<void> {
  const { teams, people, profiles, kudos } = storage;
  if (await kudos.find(studioRef, idAt(demoKudos.length))) return;
  const members = localMembers();
  const team: Team = {
    id: studio.id,
    tenantId: studioRef.tenantId,
    kind: 'team',
    name: studio.name,
    values: demoValues,
    ending: null,
  };

  if (!(await teams.find(studioRef))) await teams.install(studioRef, { kind: 'team', name: studio.name, address: '' });
  const { thing: record, version } = (await teams.find(studioRef))!;
  if (record.team.values.length === 0) await teams.saveValues(studioRef, team.values, version);
  await people.add(
    studioRef,
    members.map(({ id }) => id),
  );
  for (const member of members) {
    const before = await profiles.find(studioRef, member.id);
    const told = { ...emptyProfile, ...demoProfiles[firstName(member)] };
    if (isUntouched(before.thing)) await profiles.save(studioRef, member.id, told, before.version);
  }
  const named = (name: string) => members.find((member) => firstName(member) === name)!;
  const when = (daysAgo: number, at: string) => workdayBefore(now, daysAgo, at);
  await makeDemoGoals(storage, { members, named, kudos: idAt, when });
  await makeDemoHours(storage, { members, named }, now);
  for (const [at, story] of demoKudos.entries())
    await kudos.add(studioRef, lived(story, idAt(at + 1), team, { members, named, when }), 'none');
}

function lived(story: Story, id: KudosId, team: Team, { members, named, when }: Omit<DemoScene, 'kudos'>) {
  const given = giveKudos(
    {
      to: story.to.map((name) => named(name).id),
      text: story.text,
      effect: story.effect ?? null,
      value: story.value ?? null,
      goalId: null,
      messageLink: null,
    },
    {
      id,
      from: named(story.from),
      team,
      roster: new Map(members.map((member) => [member.id, member])),
      wishes: [story.wish ?? 'channel'],
      now: when(story.daysAgo, story.at),
    },
  );
  return (story.joined ?? []).reduce((kudos, name) => joinKudos(kudos, named(name)), given);
}

const firstName = ({ name }: Member) => name.split(' ')[0]!;
const isUntouched = (profile: object) => JSON.stringify(profile) === JSON.stringify(emptyProfile);

/** That many days ago, at that time; what would have been on a weekend was on the Friday before it. */
function workdayBefore(now: Date, daysAgo: number, at: string): Date {
  const day = new Date(now.getTime() - daysAgo * 86_400_000);
  const weekend = { 0: 2, 6: 1 }[day.getUTCDay()] ?? 0;
  day.setUTCDate(day.getUTCDate() - weekend);
  const [hours, minutes] = at.split(':').map(Number);
  day.setUTCHours(hours!, minutes!, 0, 0);
  return day;
}
