import { createHash, randomUUID } from 'node:crypto';
import { kudosId, personId, type PersonId, teamId, type TeamRef, tenantId } from '../../bot/domain/ids.ts';
import type { Gift, Kudos } from '../../bot/domain/kudos.ts';
import { emptyProfile, type Profile } from '../../bot/domain/profile.ts';
import type { Member, Person, Roster, Team } from '../../bot/domain/team.ts';

/* What does not matter to a test is made here; what matters is said in the test. */

export const contoso = tenantId('11111111-1111-4111-8111-111111111111');
export const noon = new Date('2026-11-19T12:00:00.000Z');
export const laterBy = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

/** A team of its own for every test. */
export const aRef = (of: Partial<TeamRef> = {}): TeamRef => ({
  tenantId: contoso,
  teamId: teamId(`19:${randomUUID()}@thread.tacv2`),
  ...of,
});

export const aTeam = (ref: TeamRef, of: Partial<Team> = {}): Team => ({
  id: ref.teamId,
  tenantId: ref.tenantId,
  kind: 'team',
  name: 'Studio',
  values: ['Courage', 'Care'],
  ending: null,
  ...of,
});

/** The same name is the same person. */
export const idOf = (name: string): PersonId =>
  personId(`33333333-3333-4333-8333-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`);

export const aPerson = (name: string): Person => ({ id: idOf(name), name });

export const aMember = (name: string, of: Partial<Member> = {}): Member => ({
  ...aPerson(name),
  tenantId: contoso,
  owner: false,
  ...of,
});

export const aRoster = (...members: readonly (Member | string)[]): Roster =>
  new Map(
    members
      .map((member) => (typeof member === 'string' ? aMember(member) : member))
      .map((member) => [member.id, member]),
  );

export const aGift = (of: Partial<Gift> = {}): Gift => ({
  to: [idOf('Mei')],
  text: 'Thank you for the honest review',
  effect: null,
  value: null,
  goalId: null,
  messageLink: null,
  ...of,
});

export const aKudosId = () => kudosId(randomUUID());

export const aKudos = (of: Partial<Kudos> = {}): Kudos => ({
  id: aKudosId(),
  from: aPerson('Amara'),
  to: [aPerson('Mei')],
  text: 'Thank you for the honest review',
  effect: null,
  value: null,
  goalId: null,
  messageLink: null,
  visibility: 'channel',
  openedIn: null,
  joined: [],
  createdAt: noon,
  ...of,
});

export const aProfile = (of: Partial<Profile> = {}): Profile => ({ ...emptyProfile, ...of });
