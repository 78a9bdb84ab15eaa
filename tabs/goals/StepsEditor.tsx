import { goalLimits } from '#contract/limits';
import { makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components';
import { type KeyboardEvent, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../text/useText.ts';
import { useInputClass } from '../ui/inputClass.tsx';
import type { StepWords } from './goalWords.ts';
import { StepRow } from './StepRow.tsx';
import { moved } from './stepOrder.ts';

const useStyles = makeStyles({
  field: { display: 'grid', rowGap: tokens.spacingVerticalXXS },
  steps: { display: 'grid', rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  words: { resize: 'none', fieldSizing: 'content' },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type StepsEditorProps = {
  readonly steps: readonly StepWords[];
  readonly onChange: (steps: readonly StepWords[]) => void;
};

/** Steps are typed one below the other; the empty field at the end is always the next one. */
export function StepsEditor({ steps, onChange }: StepsEditorProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const { announce } = useAnnounce();
  const heading = useId();
  const hint = useId();
  const list = useRef<HTMLDivElement>(null);
  const isFull = steps.length >= goalLimits.steps;

  /** What was moved is another place on the page; the keyboard goes along. */
  function andFocus(change: readonly StepWords[], selector: string) {
    flushSync(() => onChange(change));
    const next = list.current?.querySelector<HTMLElement>(selector);
    next?.focus();
    // Typing goes on after what is there.
    if (next instanceof HTMLTextAreaElement) next.setSelectionRange(next.value.length, next.value.length);
  }

  function move(place: number, by: -1 | 1, from: 'words' | 'up' | 'down') {
    const next = moved(steps, place, by);
    if (next === steps) return;
    const { id, text } = steps[place]!;
    const isAtEnd = from !== 'words' && (place + by === 0 || place + by === steps.length - 1);
    andFocus(next, `[data-step="${id}"] ${isAtEnd ? 'textarea' : `[data-part="${from}"]`}`);
    announce(t('goals.edit.step.moved', { step: text, place: place + by + 1, count: steps.length }));
  }

  function remove(place: number) {
    const near = steps[place - 1] ?? steps[place + 1];
    andFocus(
      steps.filter((_, at) => at !== place),
      near ? `[data-step="${near.id}"] textarea` : '[data-step="next"]',
    );
    announce(t('goals.edit.step.removed', { step: steps[place]!.text }));
  }

  function handleKey(event: KeyboardEvent, place: number) {
    const { key, altKey } = event;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      move(place, key === 'ArrowUp' ? -1 : 1, 'words');
    } else if (key === 'Enter') {
      event.preventDefault();
      const next = steps[place + 1];
      list.current
        ?.querySelector<HTMLElement>(next ? `[data-step="${next.id}"] textarea` : '[data-step="next"]')
        ?.focus();
    } else if (key === 'Backspace' && steps[place]?.text === '') {
      event.preventDefault();
      remove(place);
    }
  }

  return (
    <div ref={list} role="group" aria-labelledby={heading} aria-describedby={hint} className={styles.field}>
      <span id={heading}>{t('goals.steps')}</span>
      <ol role="list" className={styles.steps}>
        {steps.map((step, place) => (
          <StepRow
            key={step.id}
            step={step}
            place={place + 1}
            isLast={place === steps.length - 1}
            onChange={(text) => onChange(steps.map((other) => (other === step ? { ...step, text } : other)))}
            onKey={(event) => handleKey(event, place)}
            onMove={(by) => move(place, by, by < 0 ? 'up' : 'down')}
            onRemove={() => remove(place)}
          />
        ))}
        {!isFull && (
          <li>
            <textarea
              data-step="next"
              rows={1}
              className={mergeClasses(inputClass, styles.words)}
              aria-label={t('goals.edit.step.another')}
              placeholder={t('goals.edit.step.another')}
              value=""
              onChange={({ target }) => {
                const id = crypto.randomUUID();
                // The first letter makes it a step; what follows is typed into that.
                andFocus([...steps, { id, text: target.value, done: false }], `[data-step="${id}"] textarea`);
              }}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          </li>
        )}
      </ol>
      <p id={hint} className={styles.hint}>
        {t(isFull ? 'goals.edit.steps.full' : 'goals.edit.steps.hint')}
      </p>
    </div>
  );
}
