import { z } from 'zod';
import type { Links } from '../app/ports.ts';
import { type GoalId, type KudosId, type PersonId, type TeamRef } from '../domain/ids.ts';
import type { Card } from './cards/elements.ts';
import { stillCard } from './cards/kudosCard.ts';
import { closedLinkCard, linkedGoalCard, linkedHourCard } from './cards/linkCards.ts';
import { insertable, kudosPreview, type Preview } from './cards/preview.ts';
import { inTime } from './deadline.ts';
import { visitHere } from './here.ts';
import { teamTimeOf } from './cards/hourParts.ts';
import { linkedPage, type LinkedPage } from './linkedPage.ts';
import { list } from './search.ts';
import { type Answer, type PersonalTurn, report, type Room, type Turn } from './turn.ts';

const valueSchema = z.object({ url: z.string() });

type Shown = { readonly card: Card; readonly preview: Preview };

/**
 * A link of ours that somebody pastes becomes a card that everybody in the conversation reads. So only in the team's own conversation
 * it shows anything, and only what that whole team may see; whatever else is behind a link, or is not, looks the same.
 */
export function createLinkUnfurling(room: Room) {
  const { kudos, goals, hours } = room.useCases;

  async function unfurl(turn: PersonalTurn): Promise<Answer> {
    const page = pageIn(turn);
    if (!page) return list([]);
    const shown = await inTime(shownHere(turn, page)).catch((trouble) => {
      report(trouble, room);
      return null;
    });
    return answered(shown ?? closed(turn, page));
  }

  /** For who does not have the app: nothing of what is behind it. */
  async function unfurlForAnybody(turn: Turn): Promise<Answer> {
    const page = pageIn(turn);
    return page ? answered(closed(turn, page)) : list([]);
  }

  function pageIn({ activity }: Turn): LinkedPage | null {
    const value = valueSchema.safeParse(activity.value).data;
    return value ? linkedPage(value.url, room.appUrl) : null;
  }

  async function shownHere(turn: PersonalTurn, page: LinkedPage): Promise<Shown | null> {
    const visit = await visitHere(turn, room);
    if (!visit || visit.ref.teamId !== page.team) return null;
    const { text, actor } = turn;
    const address = addressOf(room.links, visit.ref, page);
    if (page.door === 'hour') {
      const { hour } = await hours.screen(actor, page.team);
      if (!hour) return null;
      const preview = { title: text('hour.title'), text: teamTimeOf(text, hour.hour) };
      return { card: linkedHourCard(text, hour.hour, address), preview };
    }
    if (page.door === 'goals' && page.id) {
      const { goal } = await goals.find(actor, page.team, page.id as GoalId);
      if (goal.audience !== 'team') return null;
      const preview = { title: goal.title, text: text('link.goal', { name: goal.owner.name }) };
      return { card: linkedGoalCard(text, goal, address), preview };
    }
    if (page.door === 'kudos' && page.id) {
      const { thing } = await kudos.find(actor, page.team, page.id as KudosId);
      if (thing.visibility !== 'channel') return null;
      return { card: stillCard(text, thing, { wall: address }), preview: kudosPreview(text, thing, null) };
    }
    return null;
  }

  function closed({ text, tenantId }: Turn, page: LinkedPage): Shown {
    const address = addressOf(room.links, { tenantId, teamId: page.team }, page);
    const preview = { title: text('link.title'), text: text('link.closed') };
    return { card: closedLinkCard(text, address), preview };
  }

  return { unfurl, unfurlForAnybody };
}

/** Made anew, of what was understood of it: nothing else of a pasted link gets into a button. */
function addressOf(links: Links, ref: TeamRef, { door, id }: LinkedPage): string {
  switch (door) {
    case 'hour':
      return links.hour(ref);
    case 'goals':
      return links.goals(ref, id as GoalId | null);
    case 'people':
      return id ? links.person(ref, id as PersonId) : links.wall(ref, null);
    case 'kudos':
      return links.wall(ref, id as KudosId | null);
  }
}

const answered = ({ card, preview }: Shown): Answer => list([insertable(card, preview)]);
