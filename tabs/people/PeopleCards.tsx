import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import type { Known } from './looking.ts';
import { PersonCard } from './PersonCard.tsx';
import { useRoleAndPlace } from './usePlace.ts';

const useCardsClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  gap: tokens.spacingVerticalL,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
  '@media (max-width: 959px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
});

const useStyles = makeStyles({
  place: {
    minWidth: 0,
    // Who is far out of sight is not laid out. What is drawn around a card, its shadow, belongs to its place.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 168px',
    margin: '-4px',
    padding: '4px',
  },
});

// A screenful; the rest follows in the pauses, so that a team of five hundred never holds up a key or a finger.
const atFirst = 24;

export function PeopleCards({ people, now }: { people: readonly Known[]; now: Date }) {
  const cardsClass = useCardsClass();
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const roleAndPlace = useRoleAndPlace();
  const shown = useDeferredValue(people, people.slice(0, atFirst));
  return (
    <ul role="list" aria-label={t('people.list')} className={cardsClass}>
      {shown.map(({ card }) => (
        <li key={card.id} className={styles.place}>
          <PersonCard card={card} about={roleAndPlace(card, now)} isMe={card.id === me.id} />
        </li>
      ))}
    </ul>
  );
}

/** Everybody while they are on their way. */
export function PeopleSkeleton() {
  const cardsClass = useCardsClass();
  const { t } = useText();
  return (
    <div role="status" aria-label={t('people.waiting')} className={cardsClass}>
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <LetterSkeleton key={place} />
      ))}
    </div>
  );
}
