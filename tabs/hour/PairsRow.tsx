import type { HourView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Faces } from '../ui/Face.tsx';
import { useUnseenClass } from '../ui/unseenClass.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    minHeight: '32px',
  },
  mine: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  others: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
});

/** My pair in words, the others as faces side by side. */
export function PairsRow({ pairs }: { pairs: HourView['pairs'] }) {
  const styles = useStyles();
  const unseenClass = useUnseenClass();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const mine = pairs.find((pair) => pair.some(({ id }) => id === me.id));
  const others = pairs.filter((pair) => pair !== mine);
  return (
    <li className={styles.row}>
      {mine && (
        <span className={styles.mine}>
          <Faces people={calling.meFirst(mine)} size={24} />
          {calling.atStart(mine)}
        </span>
      )}
      <span className={styles.others}>
        {others.map((pair) => (
          <span key={pair.map(({ id }) => id).join()}>
            <Faces people={pair} size={24} />
            <span className={unseenClass}>{t('hour.pair', { people: calling.atStart(pair) })}</span>
          </span>
        ))}
      </span>
    </li>
  );
}
