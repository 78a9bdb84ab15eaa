import { ChangedMeanwhile } from '../app/ports.ts';
import { actionItemIdSchema, goalIdSchema } from '../contract/shapes.ts';
import type { TeamId } from '../domain/ids.ts';
import { type CardAction, carried } from './cardActions.ts';
import { personalCard, wishVerbs } from './cards/personalCard.ts';
import { personalVerbs } from './cards/personalLines.ts';
import { wishesCard, wishesKeptCard } from './cards/wishesCard.ts';
import { checkInIn } from './goalFormInput.ts';
import { shortened } from './kudosFormInput.ts';
import { goalLimits } from '../domain/goal.ts';
import type { PersonalTurn, Room } from './turn.ts';
import {
  checkInPressedSchema,
  choiceIn,
  closePressedSchema,
  kindPressedSchema,
  snoozePressedSchema,
  wishesPickSchema,
  wishesSentSchema,
} from './wishInput.ts';

/**
 * The buttons of what the bot tells one person. Who presses is asked at the door of that team, and everything is done as them: a card that
 * found its way to somebody else does nothing for them. Whatever is pressed twice is done once.
 */
export function createPersonalActions(room: Room): CardAction[] {
  const { actions, goals, personal, reminderWishes } = room.useCases;

  /** The message comes back as it stands now. Pressing something in it is an answer. */
  const button = <Data extends { team: TeamId; date: string }>(
    verb: string,
    read: (data: unknown) => Data,
    deed: (turn: PersonalTurn, data: Data) => Promise<unknown>,
  ): CardAction => ({
    verb,
    notThere: 'personal.notThere',
    async press(turn, data) {
      const pressed = read(data);
      const { team, date } = pressed;
      // First of all: without a message there is nothing to press.
      await personal.message(turn.actor, team, date);
      await deed(turn, pressed);
      await reminderWishes.spoke(turn.actor, [team], turn.activity.locale);
      const place = await placeOf(turn, team);
      return personalCard(turn.text, await personal.message(turn.actor, team, date), place);
    },
  });

  async function placeOf({ actor, tenantId }: PersonalTurn, teamId: TeamId) {
    const { record } = await room.useCases.door.enter(actor, teamId);
    return { team: record.team, page: room.links.hour({ tenantId, teamId }) };
  }

  const open: CardAction = {
    verb: wishVerbs.open,
    notThere: 'personal.notThere',
    async press(turn, data) {
      const { team } = carried(wishesPickSchema, data);
      const { thing, version, today } = await reminderWishes.find(turn.actor, team);
      const place = await placeOf(turn, team);
      return wishesCard(turn.text, { wishes: thing, version, today, place, problem: null });
    },
  };

  const save: CardAction = {
    verb: wishVerbs.save,
    notThere: 'personal.notThere',
    async press(turn, data) {
      const sent = carried(wishesSentSchema, data);
      const { thing: before, today } = await reminderWishes.find(turn.actor, sent.team);
      const place = await placeOf(turn, sent.team);
      try {
        const choice = choiceIn(sent, before, today);
        const { thing } = await reminderWishes.save(turn.actor, sent.team, choice, sent.version);
        return wishesKeptCard(turn.text, { wishes: thing, today, place });
      } catch (trouble) {
        if (!(trouble instanceof ChangedMeanwhile)) throw trouble;
        const { thing, version } = await reminderWishes.find(turn.actor, sent.team);
        return wishesCard(turn.text, { wishes: thing, version, today, place, problem: turn.text('wishes.changed') });
      }
    },
  };

  return [
    button(
      personalVerbs.done,
      (data) => carried(closePressedSchema(actionItemIdSchema), data),
      (turn, { team, id }) => actions.finish(turn.actor, team, id),
    ),
    button(
      personalVerbs.kept,
      (data) => carried(closePressedSchema(actionItemIdSchema), data),
      (turn, { team, id }) => actions.close(turn.actor, team, id, 'kept'),
    ),
    button(
      personalVerbs.checkIn,
      (data) => carried(checkInPressedSchema(goalIdSchema), data),
      (turn, { team, id, entry, learned, confidence }) => {
        const typed = {
          learned: shortened(learned ?? '', goalLimits.learned),
          confidence: confidence ?? '',
          ticked: [],
        };
        return goals.checkIn(turn.actor, team, id, entry, checkInIn(typed));
      },
    ),
    button(
      personalVerbs.snooze,
      (data) => carried(snoozePressedSchema, data),
      (turn, { team }) => reminderWishes.snooze(turn.actor, team, 'all'),
    ),
    button(
      personalVerbs.snoozeKind,
      (data) => carried(kindPressedSchema, data),
      (turn, { team, kind }) => reminderWishes.snooze(turn.actor, team, kind),
    ),
    button(
      personalVerbs.stop,
      (data) => carried(kindPressedSchema, data),
      (turn, { team, kind }) => reminderWishes.stop(turn.actor, team, [kind]),
    ),
    open,
    save,
  ];
}
