import type { Help } from '#contract/profile';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Link } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { Button } from '../ui/Button.tsx';
import { Face } from '../ui/Face.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useHelp } from './peopleQueries.ts';
import { Tags } from '../ui/Tags.tsx';
import { useRoleAndPlace } from './usePlace.ts';

const useRowClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: '40px minmax(0, 5fr) minmax(0, 7fr)',
  columnGap: tokens.spacingHorizontalM,
  alignItems: 'start',
  paddingBlock: tokens.spacingVerticalL,
  borderBlockStart: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  '@media (max-width: 639px)': { gridTemplateColumns: '40px minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
});

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalM,
  },
  rows: { margin: 0, padding: 0, listStyleType: 'none' },
  name: {
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  fits: { display: 'grid', rowGap: tokens.spacingVerticalS, '@media (max-width: 639px)': { gridColumn: '1 / -1' } },
  asks: { display: 'grid', rowGap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: 'none' },
});

/** Whose "can show" fits, best first. Nobody stands before anybody by how much they helped. */
export function WhoCanHelp({ words, now }: { words: string; now: Date }) {
  const linkClass = useLinkClass();
  const styles = useStyles();
  const { t } = useText();
  const { linkTo } = useSearchState();
  const link = useTeamLink();
  const help = useHelp(words);
  const heading = useId();

  if (help.isPending) return <LetterSkeleton />;
  if (help.isError) {
    return (
      <ProblemBar
        title={t('people.help.problem')}
        actions={<Button onClick={() => void help.refetch()}>{t('error.retry')}</Button>}
      >
        {t(sentenceFor(codeOf(help.error)))}
      </ProblemBar>
    );
  }
  return (
    <Sheet roomy aria-labelledby={heading}>
      <div className={styles.head}>
        <SheetHead id={heading} title={t('people.help.title', { words })} />
        <Link className={linkClass} href={linkTo({ help: null, q: null })}>
          {t('people.none.showAll')}
        </Link>
      </div>
      {help.data.length === 0 ? (
        <p role="status" className={styles.quiet}>
          {t('people.help.none')}{' '}
          <Link className={linkClass} href={link('/goals/new')}>
            {t('people.help.none.ask')}
          </Link>
        </p>
      ) : (
        <ul role="list" aria-labelledby={heading} className={styles.rows}>
          {help.data.map((found) => (
            <Helper key={found.person.id} found={found} now={now} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Helper({ found: { person, fits, asks }, now }: { found: Help['items'][number]; now: Date }) {
  const rowClass = useRowClass();
  const styles = useStyles();
  const { t } = useText();
  const calling = useCalling();
  const link = useTeamLink();
  const roleAndPlace = useRoleAndPlace();
  return (
    <li className={rowClass}>
      <Face person={person} size={40} />
      <div>
        <Link className={styles.name} href={link(`/people/${person.id}`)}>
          {person.name}
        </Link>
        <p className={styles.quiet}>{roleAndPlace(person, now)}</p>
      </div>
      <div className={styles.fits}>
        <Tags tags={fits} />
        {asks.length > 0 && (
          <div>
            <p className={styles.quiet}>{t('people.help.asks')}</p>
            <ul role="list" className={styles.asks}>
              {asks.map((ask) => (
                <li key={ask.id}>{t('people.help.ask', { person: calling.atStart([ask.owner]), ask: ask.text })}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  );
}
