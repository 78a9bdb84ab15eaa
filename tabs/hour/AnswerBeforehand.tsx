import type { HourView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { useAsideStyles } from './asideStyles.ts';
import { Composer } from './running/Composer.tsx';
import { Lines } from './running/Lines.tsx';
import { promptFor } from './running/prompts.ts';
import { useMyLines } from './running/useMyLines.ts';
import { useTeam } from '../api/team.ts';

const useStyles = makeStyles({
  answer: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  question: { margin: 0, maxWidth: '60ch', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** Who cannot come answers the round in writing; it is read as the hour opens. */
export function AnswerBeforehand({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const { me } = useTeam();
  const lines = useMyLines(hour.date);
  const id = useId();
  const mine = { ...hour, notes: hour.notes.filter(({ author }) => author.id === me.id) };
  const isAnswered = mine.notes.length + lines.all.filter(({ isDone }) => isDone).length > 0;
  return (
    <section aria-labelledby={id} className={styles.answer}>
      <h3 id={id} className={aside.quiet}>
        {t('hour.beforehand')}
      </h3>
      <p className={styles.question}>{t(promptFor('welcome', hour.date))}</p>
      {isAnswered && <Lines hour={mine} lines={lines} />}
      <Composer hour={hour} lines={lines} hint={t('hour.beforehand.hint')} />
    </section>
  );
}
