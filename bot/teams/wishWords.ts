import { isChatWithBot } from './activity.ts';
import { wishesCard, wishesOfTeamsCard } from './cards/wishesCard.ts';
import type { Message } from './connector.ts';
import type { PersonalTurn, Room } from './turn.ts';

/* "Remind me" and "stop". What somebody is told alone is talked about with them alone. */

const maxTeams = 5;

export function createWishWords(room: Room) {
  const { team, reminderWishes } = room.useCases;

  /** What I am told, and the way to choose it: for my team, or for each of them. */
  async function remindMe(turn: PersonalTurn): Promise<Message> {
    const { text, actor, tenantId } = turn;
    if (!isChatWithBot(turn.activity)) return { text: text('wishes.elsewhere') };
    const teams = (await team.mine(actor)).slice(0, maxTeams);
    if (teams.length === 0) return { text: text('wishes.noTeam') };
    const found = await Promise.all(
      teams.map(async (one) => ({ team: one, ...(await reminderWishes.find(actor, one.id)) })),
    );
    const [first, ...others] = found;
    if (others.length > 0) {
      const all = found.map(({ team: one, thing, today }) => ({ team: one, wishes: thing, today }));
      return { card: wishesOfTeamsCard(text, all), summary: text('wishes.teams') };
    }
    const { team: mine, thing, version, today } = first!;
    const place = { team: mine, page: room.links.hour({ tenantId, teamId: mine.id }) };
    const card = wishesCard(text, { wishes: thing, version, today, place, problem: null });
    return { card, summary: text('wishes.title', { team: mine.name }) };
  }

  /** Nothing any more, of any team, from now on. */
  async function stop({ text, actor, activity }: PersonalTurn): Promise<Message> {
    if (!isChatWithBot(activity)) return { text: text('wishes.elsewhere') };
    const teams = await team.mine(actor);
    await Promise.all(teams.map(({ id }) => reminderWishes.stop(actor, id, 'all')));
    return { text: text('wishes.allOff') };
  }

  /** Who writes to the bot may be told something again. */
  async function spoke({ actor, activity }: PersonalTurn): Promise<void> {
    if (!isChatWithBot(activity)) return;
    const teams = await team.mine(actor);
    const ids = teams.map(({ id }) => id);
    await reminderWishes.spoke(actor, ids, activity.locale);
  }

  return { remindMe, stop, spoke };
}
