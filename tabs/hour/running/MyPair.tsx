import type { HourView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { Faces } from '../../ui/Face.tsx';
import { CanShow } from './CanShow.tsx';
import { Question } from './Question.tsx';
import { useCardClass, useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  who: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  faces: { flexShrink: 0 },
});

export const myPair = (hour: HourView, me: string) => hour.pairs.find((pair) => pair.some(({ id }) => id === me));

/** Whom I talk with, a question to begin with, and what we can show each other. */
export function MyPair({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const pair = myPair(hour, me.id);
  const others = hour.pairs.filter((each) => each !== pair);
  return (
    <>
      {pair ? (
        <div className={styles.who}>
          <span className={styles.faces}>
            <Faces people={calling.meFirst(pair)} size={pair.length > 2 ? 40 : 48} />
          </span>
          <h2 className={shared.heading}>{calling.atStart(pair)}</h2>
        </div>
      ) : (
        <div>
          <h2 className={shared.heading}>{t('running.pair.none')}</h2>
          <p className={shared.quiet}>{t('running.pair.noneText')}</p>
        </div>
      )}
      <section className={cardClass}>
        <Question kind="pairs" date={hour.date} isLarge />
      </section>
      {pair && <CanShow pair={pair} />}
      {others.length > 0 && (
        <section>
          <h2 className={shared.quiet}>{t('running.pair.others')}</h2>
          <ul role="list" className={shared.list}>
            {others.map((each) => (
              <li key={each.map(({ id }) => id).join(' ')} className={shared.words}>
                {calling.atStart(each)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
