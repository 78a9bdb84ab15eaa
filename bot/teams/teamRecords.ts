import type { TeamId, TeamRef } from '../domain/ids.ts';
import type { TeamKind } from '../domain/team.ts';
import { tidyLine } from '../domain/words.ts';
import { type Address, addressOf, addressText } from './address.ts';
import type { Room, Turn } from './turn.ts';

/** What activities tell about teams, written down: how each is called, what kind it is, and how it is reached. */
export function createTeamRecords({ connector, useCases }: Room) {
  const { team: teams } = useCases;
  const reachedFrom = new Map<string, string>();

  /** Takes over everything that an activity tells. `before` is how the team was reached until now. */
  async function takeOver(turn: Turn, ref: TeamRef) {
    const record = await teams.recordOf(ref);
    const before = record && addressOf(record);
    const chosen = turn.activity.channelData?.settings?.selectedChannel?.id;
    const address: Address = {
      ...turn.address,
      conversationId: ref.teamId,
      postIn: before?.postIn ?? chosen ?? ref.teamId,
      language: before?.language ?? turn.text.language,
      ...(before?.offered && { offered: before.offered }),
    };
    const kind = kindOf(turn, ref.teamId);
    const name = nameIn(turn, kind) || record?.team.name || (await nameOfNameless(turn, kind, address));
    const isSame = record?.team.name === name && record.team.kind === kind && record.address === addressText(address);
    if (!isSame) await teams.installed(ref, { kind, name, address: addressText(address) });
    return { before, address, name };
  }

  /** Teams may reach us from another address tomorrow. Compared with every activity, written only when it is another one. */
  async function notice(turn: Turn): Promise<void> {
    const ref = await refOf(turn);
    const { serviceUrl, botId } = turn.address;
    const from = `${serviceUrl} ${botId}`;
    if (!ref || reachedFrom.get(keyOf(ref)) === from) return;
    const record = await teams.recordOf(ref);
    const before = record && addressOf(record);
    // A team that has no address yet gets one when the app is added, which greets; or when somebody speaks first.
    if (record && !before && isEvent(turn)) return;
    if (record && (before?.serviceUrl !== serviceUrl || before.botId !== botId)) {
      const known = before ?? { ...turn.address, conversationId: ref.teamId, postIn: ref.teamId };
      const { kind, name } = record.team;
      await teams.installed(ref, { kind, name, address: addressText({ ...known, serviceUrl, botId }) });
    }
    if (reachedFrom.size > 10_000) reachedFrom.clear();
    reachedFrom.set(keyOf(ref), from);
  }

  /** Most group chats have no name. Then they are called by who is in them, as Teams itself does. */
  async function nameOfNameless({ text }: Turn, kind: TeamKind, address: Address): Promise<string> {
    if (kind !== 'groupChat') return text('team.unnamedTeam');
    try {
      const members = await connector.members(address, address.conversationId);
      const names = members.flatMap(({ aadObjectId, name }) => (aadObjectId && name ? tidyLine(name) : []));
      return names.length > 0 ? text.names(names, 3) : text('team.unnamedChat');
    } catch {
      return text('team.unnamedChat');
    }
  }

  return { takeOver, notice };
}

export async function refOf({ tenantId, teamId }: Turn): Promise<TeamRef | null> {
  const id = await teamId();
  return id && { tenantId, teamId: id };
}

export const keyOf = ({ tenantId, teamId }: TeamRef) => `${tenantId} ${teamId}`;

export function kindOf({ activity }: Turn, id: TeamId): TeamKind {
  const team = activity.channelData?.team?.id;
  if (!team) return 'groupChat';
  return team === id ? 'team' : 'channel';
}

const isEvent = ({ activity: { type } }: Turn) => type === 'installationUpdate' || type === 'conversationUpdate';

function nameIn({ activity: { channelData, conversation } }: Turn, kind: TeamKind): string {
  const name = {
    team: channelData?.team?.name,
    channel: channelData?.channel?.name ?? conversation?.name,
    groupChat: conversation?.name,
  }[kind];
  return tidyLine(name ?? '').slice(0, 256);
}
