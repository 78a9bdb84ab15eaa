import type { PersonView } from '#contract/shapes';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Faces } from '../ui/Face.tsx';
import { Button } from '../ui/Button.tsx';

const useStyles = makeStyles({
  joined: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  names: {
    flexGrow: 1,
    flexBasis: '80px',
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  all: { minWidth: 0, padding: 0, color: tokens.colorNeutralForeground3 },
});

const shownAtFirst = 4;

/** Names, not numbers: a long list ends in "and more", and opens. */
export function Joined({ people }: { people: readonly PersonView[] }) {
  const styles = useStyles();
  const { t } = useText();
  const calling = useCalling();
  const [showsAll, setShowsAll] = useState(false);
  if (people.length === 0) return null;
  const isCut = people.length > shownAtFirst + 1 && !showsAll;
  const inOrder = calling.meFirst(people);
  const shown = isCut ? inOrder.slice(0, shownAtFirst) : inOrder;
  return (
    <div className={styles.joined}>
      <Faces people={inOrder.slice(0, shownAtFirst + 1)} size={24} />
      <span className={styles.names}>
        {isCut ? (
          <Button size="small" appearance="subtle" className={styles.all} onClick={() => setShowsAll(true)}>
            {t('kudos.card.joinedMore', { people: calling.atStart(shown) })}
          </Button>
        ) : (
          t('kudos.card.joined', { people: calling.atStart(shown) })
        )}
      </span>
    </div>
  );
}
