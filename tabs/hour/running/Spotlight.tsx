import type { HourView } from '#contract/hour';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { AskForHelp } from '../AskForHelp.tsx';
import { useAsks } from '../askQueries.ts';
import { ChooseGoal } from '../ChooseGoal.tsx';
import { SpotlightGoal } from '../SpotlightGoal.tsx';
import { useSpotlightGoal } from '../spotlightQueries.ts';
import { useCardClass, useRunningStyles } from './runningStyles.ts';

/** Whose floor it is, the goal they chose, and what they ask for; the others say what they can offer. */
export function Spotlight({ hour }: { hour: HourView }) {
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const { spotlight, spotlightGoal } = hour;
  const isMe = spotlight?.id === me.id;
  const asks = (useAsks().data ?? []).filter(({ owner }) => owner.id === spotlight?.id);
  return (
    <section className={cardClass}>
      <p className={shared.words}>
        {!spotlight
          ? t('running.spotlight.nobody')
          : isMe
            ? t('running.spotlight.me')
            : t('running.spotlight.other', { person: calling.one(spotlight) })}
      </p>
      {isMe && <ChooseGoal hour={hour} />}
      {spotlightGoal && (
        <ul role="list" className={shared.list}>
          <SpotlightGoal id={spotlightGoal} />
        </ul>
      )}
      {spotlightGoal && <About id={spotlightGoal} isMine={isMe} />}
      {!isMe && asks.map((ask) => <AskForHelp key={ask.id} ask={ask} />)}
    </section>
  );
}

/** What will have been learned; and for its owner what they ask for, and who can help. */
function About({ id, isMine }: { id: string; isMine: boolean }) {
  const shared = useRunningStyles();
  const { t } = useText();
  const calling = useCalling();
  const { data: goal } = useSpotlightGoal(id);
  if (!goal) return null;
  const { outcome, ask, helpers } = goal;
  return (
    <>
      {outcome && (
        <p dir="auto" className={shared.words}>
          {outcome}
        </p>
      )}
      {isMine && (
        <p className={shared.words}>{ask ? t('running.spotlight.ask', { ask }) : t('running.spotlight.noAsk')}</p>
      )}
      {isMine && helpers.length > 0 && (
        <p role="status" className={shared.quiet}>
          {t('running.spotlight.helpers', { people: calling.atStart(helpers) })}
        </p>
      )}
    </>
  );
}
