import { type PersonId, personId, teamId, type TeamRef, tenantId } from '../domain/ids.ts';
import type { Member } from '../domain/team.ts';

/* Who and what there is in the local world. The Playground is told the same ids, so both speak of the same six people. */

export const localTenant = tenantId('11111111-1111-4111-8111-111111111111');
export const localBotId = '22222222-2222-4222-8222-222222222222';
export const localClientId = '66666666-6666-4666-8666-666666666666';

export const studio = { id: teamId('19:studio-general@thread.tacv2'), name: 'Studio' } as const;
export const crit = { id: '19:studio-crit@thread.tacv2', name: 'Crit' } as const;
export const studioChat = { id: '19:studio-chat@thread.v2', name: 'Studio chat' } as const;
export const studioRef: TeamRef = { tenantId: localTenant, teamId: studio.id };

export type LocalPerson = Member & { readonly userId: string; readonly mail: string };

const oid = (at: number): PersonId => personId(`33333333-3333-4333-8333-${String(at).padStart(12, '0')}`);

const somebody = (at: number, name: string): LocalPerson => ({
  id: oid(at),
  tenantId: localTenant,
  name,
  owner: at === 0,
  userId: `user-id-${at}`,
  mail: `${name.split(' ')[0]!.toLowerCase()}@studio.test`,
});

/** Amara owns the team; the Playground cannot say so, the demo can. */
export const localPeople: readonly LocalPerson[] = [
  'Amara Okafor',
  'Mei Tanaka',
  'Lukas Brandt',
  'Priya Raman',
  'Jonas Lind',
  'Nadia Haddad',
].map((name, at) => somebody(at, name));

export const localMembers = (): Member[] =>
  localPeople.map(({ id, tenantId, name, owner, mail }) => ({ id, tenantId, name, owner, signInName: mail }));
