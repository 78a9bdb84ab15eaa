import { z } from 'zod';
import type { GoalUseCases } from '../app/goals.ts';
import type { EntryPlace } from '../app/goalPorts.ts';
import { BadCursor } from '../app/ports.ts';
import type { SupportUseCases } from '../app/support.ts';
import {
  checkInBodySchema,
  checkInPageSchema,
  commentBodySchema,
  commentPageSchema,
  commentSchema,
  goalSchema,
  listQuerySchema,
  noteBodySchema,
  notePageSchema,
  noteSchema,
} from '../contract/goal.ts';
import { routes } from '../contract/paths.ts';
import { entryIdSchema, goalIdSchema, teamIdSchema } from '../contract/shapes.ts';
import { type Actor, entryId, type GoalId, type TeamId } from '../domain/ids.ts';
import type { Cursors } from './cursor.ts';
import { endpoint } from './endpoint.ts';
import { checkInView, commentView, goalAnswer, noteView } from './goalViews.ts';

const params = z.object({ team: teamIdSchema, id: goalIdSchema });
const entryParams = params.extend({ entry: entryIdSchema });

/** What is added to a goal: check-ins, comments and notes, each written once under an id that the client made. */
export function goalEntryEndpoints(world: { goals: GoalUseCases; support: SupportUseCases; cursors: Cursors }) {
  const { goals, support, cursors } = world;

  /** Where a list of entries goes on: of this goal, and of this kind. */
  function places(actor: Actor, { team, id }: { team: TeamId; id: GoalId }, list: string) {
    const listing = { actor, team, question: { list, goal: id } };
    return {
      open(cursor: string | undefined): EntryPlace | null {
        if (!cursor) return null;
        const [at, entry] = cursors.open(cursor, listing);
        if (!at || !entry) throw new BadCursor();
        return { at: new Date(at), id: entryId(entry) };
      },
      seal: (place: EntryPlace | null) => place && cursors.seal([place.at.toISOString(), place.id], listing),
    };
  }

  return [
    endpoint({
      method: 'GET',
      path: routes.checkIns,
      about: 'All check-ins of a goal, newest first.',
      params,
      query: listQuerySchema,
      answer: checkInPageSchema,
      async handle({ actor, params, query: { cursor, limit } }) {
        const at = places(actor, params, 'checkIns');
        const { items, next } = await goals.checkIns(actor, params.team, params.id, at.open(cursor), limit);
        return { body: { items: items.map(checkInView), nextCursor: at.seal(next) } };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.checkIn,
      about: 'Checks in on my goal: what I learned, how sure I feel, which steps are done. Answers with the goal.',
      params: entryParams,
      body: checkInBodySchema,
      answer: goalSchema,
      creates: 'entry',
      async handle({ actor, params: { team, id, entry }, body }) {
        const saved = await goals.checkIn(actor, team, id, entry, body);
        return { status: saved.isNew ? 201 : 200, ...goalAnswer(saved) };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.comments,
      about: 'What owner and supporters said to each other, newest first; for a supporter, since they were asked.',
      params,
      query: listQuerySchema,
      answer: commentPageSchema,
      async handle({ actor, params, query: { cursor, limit } }) {
        const at = places(actor, params, 'comments');
        const { items, next, visit } = await support.comments(actor, params.team, params.id, at.open(cursor), limit);
        return {
          body: { items: items.map((comment) => commentView(comment, visit.roster)), nextCursor: at.seal(next) },
        };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.comment,
      about: 'Says something to the others around a goal.',
      params: entryParams,
      body: commentBodySchema,
      answer: commentSchema,
      creates: 'entry',
      async handle({ actor, params: { team, id, entry }, body }) {
        const said = await support.comment(actor, team, id, entry, body.text);
        return { status: said.isNew ? 201 : 200, body: commentView(said.entry, said.visit.roster) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.comment,
      about: 'Takes a comment away: by who said it, or by whose goal it is.',
      params: entryParams,
      answer: null,
      async handle({ actor, params: { team, id, entry } }) {
        await support.removeComment(actor, team, id, entry);
        return {};
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.notes,
      about: 'The messages that I keep beside my goal, newest first. Nobody else reads them.',
      params,
      query: listQuerySchema,
      answer: notePageSchema,
      async handle({ actor, params, query: { cursor, limit } }) {
        const at = places(actor, params, 'notes');
        const { items, next } = await support.notes(actor, params.team, params.id, at.open(cursor), limit);
        return { body: { items: items.map(noteView), nextCursor: at.seal(next) } };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.note,
      about: 'Keeps a message beside my goal.',
      params: entryParams,
      body: noteBodySchema,
      answer: noteSchema,
      creates: 'entry',
      async handle({ actor, params: { team, id, entry }, body }) {
        const kept = await support.keepNote(actor, team, id, entry, body);
        return { status: kept.isNew ? 201 : 200, body: noteView(kept.entry) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: routes.note,
      about: 'Takes a note of mine away.',
      params: entryParams,
      answer: null,
      async handle({ actor, params: { team, id, entry } }) {
        await support.removeNote(actor, team, id, entry);
        return {};
      },
    }),
  ];
}
