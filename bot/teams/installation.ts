import { type PersonId, personId, teamId, type TeamRef } from '../domain/ids.ts';
import { tidyLine } from '../domain/words.ts';
import { isChatWithBot } from './activity.ts';
import type { Address } from './address.ts';
import { personalWelcomeCard, welcomeCard } from './cards/botCards.ts';
import type { Message } from './connector.ts';
import { chatWith } from './silence.ts';
import { createTeamRecords, keyOf, kindOf, refOf } from './teamRecords.ts';
import { report, type Room, type Turn } from './turn.ts';

/** Where the app comes and goes, and the people with it. */
export function createInstallation(room: Room) {
  const { connector, accounts, silence, links, useCases } = room;
  const { team: teams } = useCases;
  const greeted = new Set<string>();
  const records = createTeamRecords(room);

  async function installationChanged(turn: Turn): Promise<void> {
    const { action } = turn.activity;
    if (action === 'remove') return left(turn);
    if (action !== 'add' && action !== 'add-upgrade') return;
    endSilence(turn);
    const ref = await refOf(turn);
    if (!ref) return greetOne(turn, action);
    await arrived(turn, ref, action === 'add');
  }

  /** Before anything else is done with an activity. */
  async function notice(turn: Turn): Promise<void> {
    if (turn.activity.type === 'message') endSilence(turn);
    await records.notice(turn);
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
    const { before, address, name } = await records.takeOver(turn, ref);
    // The channel that we write in need not be the one that tells us of the installation.
    silence.end(address.postIn);
    if (!isFirst || before) return;
    const by = await nameOfWhoDidIt(turn, address);
    const card = welcomeCard(turn.text, { team: { id: ref.teamId, name }, by, wall: links.wall(ref, null) });
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
        return void (await records.takeOver(turn, ref));
      case 'channelRenamed':
      case 'channelRestored':
        return kindOf(turn, ref.teamId) === 'channel' ? void (await records.takeOver(turn, ref)) : undefined;
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

  return { installationChanged, conversationChanged, notice };
}
