import type { GoalView } from '#contract/goal';
import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import { useId } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Tick } from '../ui/Tick.tsx';
import { useUnseenClass } from '../ui/unseenClass.ts';
import { useTick } from './ownerQueries.ts';

export const useEyebrowClass = makeResetStyles({
  margin: 0,
  marginBlockEnd: tokens.spacingVerticalXS,
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  fontWeight: tokens.fontWeightRegular,
});

const useStyles = makeStyles({
  steps: { margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'flex', columnGap: tokens.spacingHorizontalM, minHeight: '28px' },
  mark: {
    display: 'grid',
    placeContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    marginBlockStart: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
  todo: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  done: { color: tokens.colorNeutralForeground3 },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

type StepsProps = { readonly goal: GoalView; readonly level: 2 | 3 };

/** The steps of a goal: ticked by whose goal it is, read by everybody else. */
export function Steps({ goal, level }: StepsProps) {
  const eyebrowClass = useEyebrowClass();
  const styles = useStyles();
  const { t } = useText();
  const heading = useId();
  const mayTick = goal.standing === 'owner' && goal.status === 'open';
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={heading}>
      <Heading id={heading} className={eyebrowClass}>
        {t('goals.steps')}
      </Heading>
      {goal.steps.length === 0 ? (
        <p className={styles.none}>{t('goals.steps.none')}</p>
      ) : mayTick ? (
        <TickedSteps goal={goal} />
      ) : (
        <ReadSteps goal={goal} />
      )}
    </section>
  );
}

function TickedSteps({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const tick = useTick(goal);
  return (
    <>
      <ul role="list" className={styles.steps}>
        {goal.steps.map(({ id, text, done }) => (
          <li key={id}>
            <Tick isDone={done} onChange={(isDone) => tick.mutate({ step: id, done: isDone })}>
              {text}
            </Tick>
          </li>
        ))}
      </ul>
      {tick.isError && <ProblemBar title={t('goals.steps.failed')}>{t(sentenceFor(codeOf(tick.error)))}</ProblemBar>}
    </>
  );
}

function ReadSteps({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const unseenClass = useUnseenClass();
  const { t } = useText();
  return (
    <ul role="list" className={styles.steps}>
      {goal.steps.map(({ id, text, done }) => (
        <li key={id} className={styles.step}>
          <span aria-hidden className={mergeClasses(styles.mark, !done && styles.todo)}>
            {done && <Checkmark16Filled />}
          </span>
          <span className={done ? styles.done : undefined}>
            <bdi>{text}</bdi>
            {done && <span className={unseenClass}> {t('goals.step.done')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
