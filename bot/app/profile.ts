import type { Actor, PersonId, TeamId } from '../domain/ids.ts';
import { editProfile, emptyProfile, type Profile } from '../domain/profile.ts';
import type { Person } from '../domain/team.ts';
import type { Door } from './door.ts';
import { NotFound, type ProfileStore, type Version } from './ports.ts';

export type ProfileUseCases = ReturnType<typeof profileUseCases>;

export function profileUseCases({ door, profiles }: { door: Door; profiles: ProfileStore }) {
  /** Anybody's in the team. Whether the wish for thanks may be shown is for the view: it is one's own alone. */
  async function find(actor: Actor, teamId: TeamId, person: PersonId | 'me') {
    const { ref, roster, me } = await door.enter(actor, teamId);
    const member = person === 'me' ? me : roster.get(person);
    if (!member) throw new NotFound();
    const { thing, version } = await profiles.find(ref, member.id);
    return { member, isMine: member.id === me.id, profile: thing, version };
  }

  /** Only ever one's own. @throws Refusal @throws ChangedMeanwhile */
  async function save(actor: Actor, teamId: TeamId, edit: Profile, version: Version) {
    const { ref, me } = await door.enter(actor, teamId);
    const profile = editProfile(edit);
    return { member: me, isMine: true, profile, version: await profiles.save(ref, me.id, profile, version) };
  }

  /** Everybody, by name; `after` is the last one of the page before, who may have left since. */
  async function people(actor: Actor, teamId: TeamId, after: Person | null, limit: number) {
    const { ref, roster } = await door.enter(actor, teamId);
    const rest = [...roster.values()].filter((member) => !after || byName(member, after) > 0).sort(byName);
    const page = rest.slice(0, limit);
    const told = await profiles.all(ref);
    return {
      items: page.map((member) => ({ member, profile: told.get(member.id) ?? emptyProfile })),
      next: rest.length > limit ? page.at(-1)! : null,
    };
  }

  return { find, save, people };
}

const byName = (one: Person, other: Person) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id);
