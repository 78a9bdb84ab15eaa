import type { KudosView } from '#contract/kudos';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Link } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { dayOf } from '../ui/when.ts';
import { useAsideStyles } from './asideStyles.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  words: {
    margin: 0,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '4',
    overflow: 'hidden',
  },
  none: { marginBlockStart: tokens.spacingVerticalM },
});

/** The two newest: somebody thanked somebody since the last hour. */
export function NewestKudos({ kudos }: { kudos: readonly KudosView[] }) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const linkClass = useLinkClass();
  const text = useText();
  const { t } = text;
  const { me } = useTeam();
  const now = useMinute();
  const calling = useCalling();
  const link = useTeamLink();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={aside.title}>
          {t('hour.kudos')}
        </h2>
        <Link href={link('/kudos')} className={linkClass}>
          {t('kudos.give')}
        </Link>
      </div>
      {kudos.length === 0 && <p className={`${aside.text} ${styles.none}`}>{t('kudos.empty.text')}</p>}
      <ul role="list" className={aside.list}>
        {kudos.map(({ id: key, from, to, text: words, createdAt }) => (
          <li key={key} className={aside.row}>
            <Face person={to[0]!} size={32} />
            <div>
              <p className={aside.name}>{calling.atStart(to)}</p>
              <p className={aside.quiet}>
                {t('kudos.card.fromWho', {
                  who: from.id === me.id ? 'me' : 'other',
                  giver: calling.one(from),
                  when: dayOf(new Date(createdAt), now, text),
                })}
              </p>
              <p className={styles.words} dir="auto">
                {words}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
