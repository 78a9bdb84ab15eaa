import type { Visit } from '../app/door.ts';
import type { KudosSlice } from '../app/ports.ts';
import type { KudosView } from '../contract/kudos.ts';
import type { PeoplePage, ProfileView } from '../contract/profile.ts';
import type { PersonView } from '../contract/shapes.ts';
import type { FirstScreen } from '../contract/team.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Profile } from '../domain/profile.ts';
import type { Member, Person, Roster, Team } from '../domain/team.ts';

/* The only way out: what is not named here does not leave. */

/** By the name they have now; who left keeps the one they had. */
export function personView(person: Person, roster: Roster): PersonView {
  return { id: person.id, name: roster.get(person.id)?.name ?? person.name };
}

export function kudosView(kudos: Kudos, roster: Roster): KudosView {
  const { id, text, effect, value, goalId, messageLink, visibility } = kudos;
  return {
    id,
    from: personView(kudos.from, roster),
    to: kudos.to.map((person) => personView(person, roster)),
    text,
    effect,
    value,
    goalId,
    messageLink,
    visibility,
    joined: kudos.joined.map((person) => personView(person, roster)),
    createdAt: kudos.createdAt.toISOString(),
  };
}

export function memberView({ id, name, owner }: Member) {
  return { id, name, owner };
}

function profileView(profile: Profile) {
  const { role, about, howToWork, pronouns, timeZone, workingHours, strengths, canShow, wantsToLearn } = profile;
  return {
    role,
    about,
    howToWork,
    pronouns,
    timeZone,
    workingHours,
    strengths: [...strengths],
    canShow: [...canShow],
    wantsToLearn: [...wantsToLearn],
  };
}

/** How somebody likes to be thanked is obeyed and never shown: only they themselves see it. */
export function profileOf(found: { member: Member; isMine: boolean; profile: Profile }): ProfileView {
  const { member, isMine, profile } = found;
  return {
    person: { id: member.id, name: member.name },
    ...profileView(profile),
    ...(isMine ? { thankMe: profile.thankMe } : {}),
  };
}

export function headView({ member, profile }: { member: Member; profile: Profile }): PeoplePage['items'][number] {
  return { ...memberView(member), ...profileView(profile) };
}

export function teamView({ id, name, kind, values }: Team): FirstScreen['team'] {
  return { id, name, kind, values: [...values] };
}

export function firstScreenView(
  { visit, profile, slice }: { visit: Visit; profile: Profile; slice: KudosSlice },
  nextCursor: string | null,
): FirstScreen {
  return {
    team: teamView(visit.record.team),
    me: { ...memberView(visit.me), thankMe: profile.thankMe },
    members: [...visit.roster.values()].map(memberView),
    kudos: { items: slice.items.map(({ thing }) => kudosView(thing, visit.roster)), nextCursor },
  };
}
