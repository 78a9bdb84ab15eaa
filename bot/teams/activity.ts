import { z } from 'zod';
import { type TeamId, teamId } from '../domain/ids.ts';
import { isZone } from '../domain/time.ts';

/* What Teams sends, as far as the bot reads it. Everything else falls away here. */

const accountSchema = z.object({ id: z.string(), name: z.string().nullish(), aadObjectId: z.string().nullish() });

const mentionSchema = z.object({ type: z.literal('mention'), text: z.string().nullish(), mentioned: accountSchema });

const channelDataSchema = z.object({
  tenant: z.object({ id: z.string().nullish() }).nullish(),
  team: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
  channel: z
    .object({
      id: z.string().nullish(),
      name: z.string().nullish(),
      type: z.string().nullish(),
      membershipType: z.string().nullish(),
    })
    .nullish(),
  eventType: z.string().nullish(),
  settings: z.object({ selectedChannel: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
});

const activitySchema = z.object({
  type: z.string().min(1),
  id: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  channelId: z.string(),
  serviceUrl: z.string().min(1),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  from: accountSchema.nullish(),
  recipient: accountSchema.nullish(),
  conversation: z
    .object({
      id: z.string(),
      name: z.string().nullish(),
      tenantId: z.string().nullish(),
      conversationType: z.string().nullish(),
      isGroup: z.boolean().nullish(),
    })
    .nullish(),
  channelData: channelDataSchema.nullish(),
  text: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  membersAdded: z.array(accountSchema).nullish(),
  membersRemoved: z.array(accountSchema).nullish(),
  value: z.unknown().optional(),
});

export type Activity = z.output<typeof activitySchema>;
export type Mention = z.output<typeof mentionSchema>;

/** `null` when it is nothing that Teams would send. */
export function activityIn(body: unknown): Activity | null {
  if (isDeeperThan(body, maxDepth)) return null;
  return activitySchema.safeParse(body).data ?? null;
}

export function mentionsIn(activity: Activity): Mention[] {
  return (activity.entities ?? []).flatMap((entity) => mentionSchema.safeParse(entity).data ?? []);
}

const clientSchema = z.object({ type: z.literal('clientInfo'), timezone: z.string() });

/** Where somebody is, as their client says: an IANA name. `null` when it says nothing, or a zone that nobody knows. */
export function zoneIn({ entities, localTimezone }: Activity): string | null {
  const client = (entities ?? []).flatMap((entity) => clientSchema.safeParse(entity).data?.timezone ?? [])[0];
  return [client, localTimezone].find((zone) => zone && isZone(zone)) ?? null;
}

const maxDepth = 64;

/** Without calling itself: a body of twenty thousand brackets must not end the process. */
function isDeeperThan(body: unknown, most: number): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

/** The tenant that an activity belongs to; `null` when it names none, or more than one. */
export function tenantIn({ channelData, conversation }: Activity): string | null {
  const named = [channelData?.tenant?.id, conversation?.tenantId].filter((id) => typeof id === 'string' && id !== '');
  const tenants = [...new Set(named.map((id) => id!.toLowerCase()))];
  return tenants.length === 1 ? tenants[0]! : null;
}

/** The channel or chat without the thread. */
export const withoutThread = (conversationId: string) => conversationId.split(';messageid=')[0]!;

/** Whether it comes from the bot's own chat with one person. */
export const isChatWithBot = ({ conversation }: Activity) =>
  conversation?.conversationType === 'personal' && !conversation.id.startsWith('19:');

/**
 * The team that an activity speaks of: a private or shared channel and a group chat are each their own, every other channel is its
 * team's. `null` in a chat of two. Older clients do not say what kind a channel is; then it is its own if the app was added to it.
 */
export async function teamIdOf(activity: Activity, isTeam: (id: TeamId) => Promise<boolean>): Promise<TeamId | null> {
  const { channelData, conversation } = activity;
  const [team, channel] = [channelData?.team?.id, channelData?.channel];
  if (team) {
    const kind = (channel?.type ?? channel?.membershipType)?.toLowerCase();
    if (!channel?.id || channel.id === team || kind === 'standard') return teamId(team);
    const isItsOwn = kind === 'private' || kind === 'shared' || (!kind && (await isTeam(teamId(channel.id))));
    return teamId(isItsOwn ? channel.id : team);
  }
  if (!conversation || conversation.conversationType === 'personal') return null;
  const isGroupChat = conversation.conversationType === 'groupChat' || conversation.isGroup;
  return isGroupChat ? teamId(withoutThread(conversation.id)) : null;
}
