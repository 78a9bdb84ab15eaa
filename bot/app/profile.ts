import type { Actor, PersonId, TeamId } from '../domain/ids.ts';
import { editProfile, emptyProfile, type Profile, saysTheSame, type Wish } from '../domain/profile.ts';
import { byName, type Person } from '../domain/team.ts';
import type { Door } from './door.ts';
import { NotFound, type ProfileStore, type Version } from './ports.ts';

/** A whole profile, but for the wish and the role, which are kept when they are not named. */
export type ProfileEdit = Omit<Profile, 'thankMe' | 'role'> & {
  readonly thankMe?: Wish | undefined;
  readonly role?: string | undefined;
};

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

  /**
   * Only ever one's own. Who says nothing about their wish or role keeps it: thanks that were private must not become public by a field
   * that was left out. @throws Refusal @throws ChangedMeanwhile
   */
  async function save(actor: Actor, teamId: TeamId, edit: ProfileEdit, version: Version) {
    const { ref, me } = await door.enter(actor, teamId);
    const { thing: before, version: latest } = await profiles.find(ref, me.id);
    const { thankMe = before.thankMe, role = before.role } = edit;
    const profile = editProfile({ ...edit, thankMe, role });
    // Saved already, word for word: the answer to the first try may have got lost.
    if (saysTheSame(before, profile)) return { member: me, isMine: true, profile: before, version: latest };
    return { member: me, isMine: true, profile, version: await profiles.save(ref, me.id, profile, version) };
  }

  /** Everybody, by name; `after` is the last one of the page before, who may have left since. */
  async function people(actor: Actor, teamId: TeamId, after: Person | null, limit: number) {
    const { ref, roster } = await door.enter(actor, teamId);
    const rest = [...roster.values()].filter((member) => !after || byName(member, after) > 0);
    const page = rest.slice(0, limit);
    const told = await profiles.all(ref);
    return {
      items: page.map((member) => ({ member, profile: told.get(member.id) ?? emptyProfile })),
      next: rest.length > limit ? page.at(-1)! : null,
    };
  }

  return { find, save, people };
}
