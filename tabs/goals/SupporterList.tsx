import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';

const useStyles = makeStyles({
  people: { display: 'grid', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  person: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  answer: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Those who were asked; for the owner with a yes where there is one. A no is never told. */
export function SupporterList({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  return (
    <ul role="list" className={styles.people}>
      {goal.supporters.map((person) => (
        <li key={person.id} className={styles.person}>
          <Face person={person} size={24} />
          <span>
            {person.id === me.id ? t('person.you') : person.name}{' '}
            {person.answer && (
              <span className={styles.answer}>
                {t(person.answer === 'accepted' ? 'goals.supporter.accepted' : 'goals.supporter.asked')}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
