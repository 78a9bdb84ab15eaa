import { useId } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { AskForHelp } from './AskForHelp.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { useAsks } from './askQueries.ts';

// Two are read; six are skipped.
const shown = 2;

/** What colleagues would like help with. Nothing is said while nobody asks. */
export function WouldLikeAHand() {
  const aside = useAsideStyles();
  const { t } = useText();
  const { me } = useTeam();
  const id = useId();
  const asks = (useAsks().data ?? []).filter(({ owner }) => owner.id !== me.id).slice(0, shown);
  if (asks.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={aside.title}>
        {t('hour.asks')}
      </h2>
      <ul role="list" className={aside.list}>
        {asks.map((ask) => (
          <li key={ask.id}>
            <AskForHelp ask={ask} />
          </li>
        ))}
      </ul>
    </section>
  );
}
