import { standingOf } from '../domain/goalCircle.ts';
import { whoCanHelp } from '../domain/help.ts';
import type { Actor, PersonId, TeamId } from '../domain/ids.ts';
import { isThanked } from '../domain/kudos.ts';
import { emptyProfile } from '../domain/profile.ts';
import type { Member } from '../domain/team.ts';
import type { Door, Visit } from './door.ts';
import type { GoalStore } from './goalPorts.ts';
import type { KudosStore } from './kudosPorts.ts';
import { NotFound, type ProfileStore } from './ports.ts';

export type PeopleUseCases = ReturnType<typeof peopleUseCases>;

/** Who is in a team, and what each can show and wants to learn. */
export function peopleUseCases(world: { door: Door; profiles: ProfileStore; goals: GoalStore; kudos: KudosStore }) {
  const { door, profiles, goals, kudos } = world;

  /** Everybody, by name: one reading of all that was told, up to a thousand people. */
  async function directory(actor: Actor, teamId: TeamId) {
    return everybody(await door.enter(actor, teamId));
  }

  async function everybody({ ref, roster }: Visit) {
    const told = await profiles.all(ref);
    return [...roster.values()].map((member) => ({ member, profile: told.get(member.id) ?? emptyProfile }));
  }

  /** A person's page, read side by side. One's own is exactly what everybody in the team sees. @throws NotFound */
  async function person(actor: Actor, teamId: TeamId, who: PersonId | 'me') {
    const visit = await door.enter(actor, teamId);
    const { ref, me, roster } = visit;
    const member: Member | undefined = who === 'me' ? me : roster.get(who);
    if (!member) throw new NotFound();
    const isMine = member.id === me.id;
    const viewer = isMine ? null : me.id;
    const [profile, shared, asks, latest] = await Promise.all([
      profiles.find(ref, member.id),
      goals.list(ref, viewer, { owner: member.id }, null, shownGoals),
      goals.asksOf(ref, member.id),
      kudos.list(ref, me.id, { person: member.id }, null, lookedThrough),
    ]);
    const thanks = latest.items
      .map(({ thing }) => thing)
      .filter((each) => isThanked(each, member.id) && (!isMine || each.visibility === 'channel'));
    return {
      visit,
      member,
      profile: profile.thing,
      viewer,
      goals: shared.items.filter((goal) => viewer === null || standingOf(goal, viewer) !== null),
      asks,
      thanks: thanks.slice(0, shownThanks),
    };
  }

  /** Whose "can show" fits these words, best fit first. */
  async function help(actor: Actor, teamId: TeamId, wanted: string, limit: number) {
    const visit = await door.enter(actor, teamId);
    const [all, asks] = await Promise.all([everybody(visit), goals.asks(visit.ref, null, lookedThrough)]);
    const profiles = new Map(all.map(({ member, profile }) => [member.id, profile]));
    const open = asks.items.filter(({ owner }) => visit.roster.has(owner.id));
    const skilled = all.map(({ member, profile }) => ({ person: member, canShow: profile.canShow }));
    const found = whoCanHelp(wanted, skilled, open, visit.me.id).slice(0, limit);
    return { visit, items: found.map((each) => ({ ...each, profile: profiles.get(each.person.id)! })) };
  }

  return { directory, person, help };
}

const shownGoals = 20;
const shownThanks = 5;
const lookedThrough = 50;
