import type { Log } from '../app/ports.ts';
import { personId, type PersonId, tenantId, type TenantId } from '../domain/ids.ts';
import { type Activity, activityIn, tenantIn } from './activity.ts';
import type { VerifyBotToken } from './botToken.ts';
import type { MayReach } from './serviceHosts.ts';

/** An activity that Teams sent, about a tenant that is let in. */
export type Admitted = {
  readonly activity: Activity;
  readonly tenantId: TenantId;
  /** Who did it, by Teams' word; `null` when Teams does not say. */
  readonly personId: PersonId | null;
};

/** @returns the status to refuse with, and nothing else: why is nobody's business outside. @throws Away */
export type Admit = (authorization: string | undefined, body: unknown) => Promise<Admitted | number>;

export function createAdmission(rules: {
  readonly verify: VerifyBotToken;
  readonly mayReach: MayReach;
  readonly tenants: readonly TenantId[];
  readonly log: Log;
}): Admit {
  const refuse = (status: number, why: string) => {
    rules.log.warn({ status, why }, 'an activity was refused');
    return status;
  };

  return async (authorization, body) => {
    const proof = await rules.verify(authorization);
    if (proof === 'bad') return refuse(401, 'token');
    const activity = activityIn(body);
    if (!activity) return refuse(400, 'not an activity');
    // A token for one service URL must not carry an activity that names another.
    if (proof && proof.serviceUrl !== activity.serviceUrl) return refuse(401, 'token of another service URL');
    if (proof && !proof.channels.includes(activity.channelId)) return refuse(403, 'endorsement');
    // Whoever has the secret of a Web Chat or Direct Line channel writes `from` and `channelData` as they like.
    if (activity.channelId !== 'msteams') return refuse(403, 'channel');
    if (!rules.mayReach(activity.serviceUrl)) return refuse(403, 'service URL');
    const tenant = rules.tenants.find((allowed) => allowed === tenantIn(activity));
    if (!tenant) return refuse(403, 'tenant');
    const person = activity.from?.aadObjectId;
    if (needsPerson(activity) && !isGuid(person)) return refuse(403, 'no person');
    return { activity, tenantId: tenantId(tenant), personId: isGuid(person) ? personId(person) : null };
  };
}

const needsPerson = ({ type }: Activity) => type === 'message' || type === 'invoke';

const isGuid = (id: string | null | undefined): id is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id ?? '');
