import { type PersonId, personId, type TeamId, teamId, type TeamRef } from '../domain/ids.ts';
import type { TeamKind } from '../domain/team.ts';
import { tidyLine } from '../domain/words.ts';
import { isChatWithBot } from './activity.ts';
import { type Address, addressOf, addressText } from './address.ts';
import { personalWelcomeCard, welcomeCard } from './cards/botCards.ts';
import type { Message } from './connector.ts';
import { chatWith } from './silence.ts';
import { report, type Room, type Turn } from './turn.ts';

/** Where the app comes and goes, and the people with it. */
export function createInstallation(room: Room) {
  const { connector, accounts, silence, links, useCases } = room;
  const { team: teams } = useCases;
  const greeted = new Set<string>();
  const reachedFrom = new Map<string, string>();

  async function installationChanged(turn: Turn): Promise<void> {
    const { action } = turn.activity;
    if (action === 'remove') return left(turn);
    if (action !== 'add' && action !== 'add-upgrade') return;
    endSilence(turn);
    const ref = await refOf(turn);
    if (!ref) return greetOne(turn, action);
    await arrived(turn, ref, action === 'add');
  }

  function endSilence({ activity, actor, address }: Turn): void {
    silence.end(address.conversationId);
    if (actor && isChatWithBot(activity)) silence.end(chatWith(actor.personId));
  }

  async function left(turn: Turn): Promise<void> {
    const ref = await refOf(turn);
    if (ref) return removed(ref);
    greeted.delete(turn.address.conversationId);
  }

  async function removed(ref: TeamRef): Promise<void> {
    greeted.delete(keyOf(ref));
    await teams.uninstalled(ref);
  }

  /** Known already is not greeted again: Teams may say twice that we were added, even at the same moment. */
  async function arrived(turn: Turn, ref: TeamRef, isNew: boolean): Promise<void> {
    const isFirst = isNew && mayGreet(keyOf(ref));
    const { before, address, name } = await store(turn, ref);
    if (!isFirst || before) return;
    const by = await nameOfWhoDidIt(turn, address);
    const card = welcomeCard(turn.text, name, by, links.wall(ref, null));
    await say({ card, summary: turn.text('welcome.title') }, (message) =>
      kindOf(turn, ref.teamId) === 'groupChat'
        ? connector.post(address, address.postIn, message)
        : connector.startThread(address, address.postIn, message),
    );
  }

  async function greetOne(turn: Turn, action: string): Promise<void> {
    const { conversationId } = turn.address;
    if (action !== 'add' || !mayGreet(conversationId)) return;
    const message = { card: personalWelcomeCard(turn.text), summary: turn.text('welcome.title') };
    await say(message, (card) => connector.post(turn.address, conversationId, card));
  }

  function mayGreet(place: string): boolean {
    if (greeted.has(place)) return false;
    if (greeted.size > 10_000) greeted.clear();
    greeted.add(place);
    return true;
  }

  async function say(message: Message, post: (message: Message) => Promise<unknown>): Promise<void> {
    try {
      await post(message);
    } catch (trouble) {
      report(trouble, room); // A greeting less; the app is there all the same.
    }
  }

  /** Takes over everything an activity tells about a team. `before` is how it was reached until now. */
  async function store(turn: Turn, ref: TeamRef) {
    const record = await teams.recordOf(ref);
    const before = record && addressOf(record);
    const chosen = turn.activity.channelData?.settings?.selectedChannel?.id;
    const address: Address = {
      ...turn.address,
      conversationId: ref.teamId,
      postIn: before?.postIn ?? chosen ?? ref.teamId,
      language: before?.language ?? turn.text.language,
    };
    const kind = kindOf(turn, ref.teamId);
    const name = nameIn(turn, kind) || record?.team.name || (await nameOfNameless(turn, kind, address));
    const isSame = record?.team.name === name && record.team.kind === kind && record.address === addressText(address);
    if (!isSame) await teams.installed(ref, { kind, name, address: addressText(address) });
    return { before, address, name };
  }

  async function conversationChanged(turn: Turn): Promise<void> {
    const ref = await refOf(turn);
    if (!ref) return;
    const { channelData } = turn.activity;
    switch (channelData?.eventType) {
      case 'teamDeleted':
      case 'teamHardDeleted':
        return removed(ref);
      case 'channelDeleted': {
        const channel = channelData.channel?.id;
        return channel && channel !== channelData.team?.id ? removed({ ...ref, teamId: teamId(channel) }) : undefined;
      }
      case 'teamRenamed':
      case 'teamRestored':
      case 'teamUnarchived':
        return void (await store(turn, ref));
      case 'channelRenamed':
      case 'channelRestored':
        return kindOf(turn, ref.teamId) === 'channel' ? void (await store(turn, ref)) : undefined;
      case 'channelShared':
      case 'channelUnshared':
        return teams.rosterChanged(ref, [], []);
    }
    await membersChanged(turn, ref);
  }

  async function membersChanged(turn: Turn, ref: TeamRef): Promise<void> {
    const { membersAdded, membersRemoved, recipient } = turn.activity;
    const isBot = ({ id }: { id: string }) => id === recipient?.id;
    // In a team and in a chat the app itself is announced by its installation; in a private or shared channel only like this.
    const isOwnChannel = kindOf(turn, ref.teamId) === 'channel';
    if (isOwnChannel && membersAdded?.some(isBot)) await arrived(turn, ref, true);
    if (membersRemoved?.some(isBot)) return isOwnChannel ? removed(ref) : undefined;
    const [came, gone] = [peopleIn(turn, membersAdded), peopleIn(turn, membersRemoved)];
    const isAboutPeople = [...(membersAdded ?? []), ...(membersRemoved ?? [])].some((member) => !isBot(member));
    if (isAboutPeople && (await teams.recordOf(ref))) await teams.rosterChanged(ref, came, gone);
  }

  function peopleIn({ tenantId }: Turn, members: Turn['activity']['membersAdded']): PersonId[] {
    return (members ?? []).flatMap(({ id, aadObjectId }) =>
      aadObjectId ? personId(aadObjectId) : (accounts.person(tenantId, id) ?? []),
    );
  }

  /** Teams may reach us from another address tomorrow. Compared with every activity, written only when it is another one. */
  async function notice(turn: Turn): Promise<void> {
    const { serviceUrl, botId } = turn.address;
    if (turn.activity.type === 'message') endSilence(turn);
    const ref = await refOf(turn);
    const from = `${serviceUrl} ${botId}`;
    if (!ref || reachedFrom.get(keyOf(ref)) === from) return;
    const record = await teams.recordOf(ref);
    const before = record && addressOf(record);
    if (record && (before?.serviceUrl !== serviceUrl || before.botId !== botId)) {
      const fallback = { ...turn.address, conversationId: ref.teamId, postIn: ref.teamId };
      const address = addressText({ ...(before ?? fallback), serviceUrl, botId });
      await teams.installed(ref, { kind: record.team.kind, name: record.team.name, address });
    }
    if (reachedFrom.size > 10_000) reachedFrom.clear();
    reachedFrom.set(keyOf(ref), from);
  }

  async function refOf({ tenantId, teamId: team }: Turn): Promise<TeamRef | null> {
    const id = await team();
    return id && { tenantId, teamId: id };
  }

  /** Installation events do not carry a name, so Teams is asked for it. */
  async function nameOfWhoDidIt({ activity }: Turn, address: Address): Promise<string | null> {
    const from = activity.from;
    if (!from || from.name) return from?.name ?? null;
    try {
      return tidyLine((await connector.member(address, address.conversationId, from.id)).name ?? '') || null;
    } catch {
      return null; // Then the greeting does without.
    }
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

  return { installationChanged, conversationChanged, notice };
}

const keyOf = ({ tenantId, teamId: team }: TeamRef) => `${tenantId} ${team}`;

function kindOf({ activity }: Turn, id: TeamId): TeamKind {
  const team = activity.channelData?.team?.id;
  if (!team) return 'groupChat';
  return team === id ? 'team' : 'channel';
}

function nameIn({ activity: { channelData, conversation } }: Turn, kind: TeamKind): string {
  const name = {
    team: channelData?.team?.name,
    channel: channelData?.channel?.name ?? conversation?.name,
    groupChat: conversation?.name,
  }[kind];
  return tidyLine(name ?? '').slice(0, 256);
}
