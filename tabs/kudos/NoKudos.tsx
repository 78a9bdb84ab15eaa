import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import type { Question } from './question.ts';
import { Button } from '../ui/Button.tsx';

const useStyles = makeStyles({
  none: { marginBlock: tokens.spacingVerticalL },
  link: {
    display: 'inline-block',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

/** A search without result has no drawing: it says so, and how to go on. */
export function NoKudos({ question }: { question: Question }) {
  const styles = useStyles();
  const { t } = useText();
  const { linkTo } = useSearchState();
  const isSearch = Boolean(question.q || question.person || question.value);
  const sentence = isSearch ? 'kudos.none' : question.show === 'toMe' ? 'kudos.noneToMe' : 'kudos.noneFromMe';
  return (
    <p role="status" className={styles.none}>
      {t(sentence)}{' '}
      <Link className={styles.link} href={linkTo({ show: null, q: null, person: null, value: null })}>
        {t('kudos.none.showAll')}
      </Link>
    </p>
  );
}

export function WallProblem({ trouble, onRetry }: { trouble: unknown; onRetry: () => void }) {
  const { t } = useText();
  return (
    <ProblemBar title={t('kudos.problem')} actions={<Button onClick={onRetry}>{t('error.retry')}</Button>}>
      {t(sentenceFor(codeOf(trouble)))}
    </ProblemBar>
  );
}
