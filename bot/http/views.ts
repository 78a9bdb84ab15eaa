import type { GoalHead } from '../app/goalPorts.ts';
import type { KudosView } from '../contract/kudos.ts';
import type { PeoplePage, PersonCard, ProfileView } from '../contract/profile.ts';
import type { PersonView } from '../contract/shapes.ts';
import type { EndingView, FirstScreen } from '../contract/team.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Profile } from '../domain/profile.ts';
import type { Member, Person, Roster, Team } from '../domain/team.ts';

/* The only way out: what is not named here does not leave. */

/** By the name they have now; who left keeps the one they had. */
export function personView(person: Person, roster: Roster): PersonView {
  return { id: person.id, name: roster.get(person.id)?.name ?? person.name };
}

/** @param viewer `null` for what everybody in the team sees of it */
export function kudosView(kudos: Kudos, viewer: PersonId | null, roster: Roster): KudosView {
  const { id, text, effect, value, messageLink, visibility } = kudos;
  return {
    id,
    from: personView(kudos.from, roster),
    to: kudos.to.map((person) => personView(person, roster)),
    text,
    effect,
    value,
    // Which goal it was given from is for the giver: others may not know of that goal.
    goalId: kudos.from.id === viewer ? kudos.goalId : null,
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

/** As in the list of everybody: the long texts are on the person's own page. */
export function personCardView(found: { member: Member; profile: Profile }): PersonCard {
  const { about: _about, howToWork: _howToWork, ...card } = headView(found);
  return card;
}

export function teamView({ id, name, kind, values, ending }: Team, roster: Roster): FirstScreen['team'] {
  return { id, name, kind, values: [...values], ending: endingView(ending, roster) };
}

export function endingView(ending: Team['ending'], roster: Roster): EndingView {
  return ending && { by: personView(ending.by, roster), endsAt: ending.endsAt.toISOString() };
}

export function goalHeadView({
  id,
  title,
  dueOn,
  progress,
  nextStep,
  checkedInAt,
}: GoalHead): FirstScreen['goals'][number] {
  const { done, total } = progress;
  return { id, title, dueOn, progress: { done, total }, nextStep, checkedInAt: checkedInAt?.toISOString() ?? null };
}
