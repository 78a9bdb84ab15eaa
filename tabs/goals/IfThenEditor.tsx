import { fits, goalLimits, tidyLine } from '#contract/limits';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Problem } from '../ui/Labelled.tsx';
import { Fold } from './Fold.tsx';
import type { Words } from './goalWords.ts';

type Plan = Words['ifThen'];

const useStyles = makeStyles({
  plan: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalXXS },
  half: {
    display: 'grid',
    gridTemplateColumns: '40px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
  },
  word: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'normal' },
  words: { resize: 'none', fieldSizing: 'content' },
  help: { display: 'grid', rowGap: tokens.spacingVerticalS },
  text: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  ideas: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  idea: { height: 'auto', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
});

const ideas = {
  if: ['goals.edit.if.idea1', 'goals.edit.if.idea2', 'goals.edit.if.idea3'],
  then: ['goals.edit.then.idea1', 'goals.edit.then.idea2', 'goals.edit.then.idea3'],
} as const satisfies Record<keyof Plan, readonly TextKey[]>;

type IfThenEditorProps = { readonly plan: Plan; readonly onChange: (plan: Plan) => void };

/** Two halves of one sentence: a moment one will notice, and the smallest thing to do then. */
export function IfThenEditor({ plan, onChange }: IfThenEditorProps) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <fieldset className={styles.plan}>
      <legend className={styles.legend}>{t('goals.edit.plan')}</legend>
      {(['if', 'then'] as const).map((half) => (
        <Half key={half} half={half} value={plan[half]} onChange={(words) => onChange({ ...plan, [half]: words })} />
      ))}
      <Fold title={t('goals.edit.plan.help')}>
        <div className={styles.help}>
          {(['if', 'then'] as const).map((half) => (
            <div key={half} className={styles.help}>
              <p className={styles.text}>{t(half === 'if' ? 'goals.edit.if.help' : 'goals.edit.then.help')}</p>
              <ul role="list" className={styles.ideas}>
                {ideas[half].map((idea) => (
                  <li key={idea}>
                    <Button size="small" className={styles.idea} onClick={() => onChange({ ...plan, [half]: t(idea) })}>
                      {t(idea)}
                    </Button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Fold>
    </fieldset>
  );
}

type HalfProps = { readonly half: keyof Plan; readonly value: string; readonly onChange: (words: string) => void };

function Half({ half, value, onChange }: HalfProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const id = useId();
  const isTooLong = !fits(tidyLine(value), goalLimits.ifThen);
  return (
    <div className={styles.half}>
      <label htmlFor={id} className={styles.word}>
        {t(half === 'if' ? 'goals.edit.if' : 'goals.edit.then')}
      </label>
      <div>
        <textarea
          id={id}
          rows={1}
          className={mergeClasses(inputClass, styles.words)}
          aria-invalid={isTooLong ? true : undefined}
          aria-describedby={isTooLong ? `${id}-said` : undefined}
          dir={value ? 'auto' : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        {isTooLong && <Problem id={`${id}-said`}>{t('goals.edit.half.long')}</Problem>}
      </div>
    </div>
  );
}
