import { fits } from '#contract/limits';
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { useInputClass } from './inputClass.tsx';
import { Labelled } from './Labelled.tsx';

const useStyles = makeStyles({
  // As high as its words, where the browser can; elsewhere it scrolls.
  words: { maxHeight: '40dvh', resize: 'none', fieldSizing: 'content' },
  many: { minHeight: '72px' },
});

// Nobody needs to know what is left of a thousand characters; who comes near the end does.
const nearTheEnd = (limit: number) => Math.min(100, limit / 4);
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

type WordsFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  /** In characters as people count them. More may be typed: what is pasted is shortened by its author, not by us. */
  readonly limit: number;
  readonly lines?: number;
  readonly problem?: string | null;
  readonly audience?: string;
};

export function WordsField({ label, hint, value, onChange, limit, lines = 1, problem, audience }: WordsFieldProps) {
  const inputClass = useInputClass();
  const styles = useStyles();
  const { t } = useText();
  const isNear = value.length > limit - nearTheEnd(limit);
  const left = isNear ? limit - lengthOf(value.trim(), limit) : limit;
  return (
    <Labelled
      label={label}
      audience={audience}
      hint={isNear ? t('give.left', { count: left }) : hint}
      problem={problem ?? (left < 0 ? t('give.over', { count: -left }) : null)}
    >
      {(described) => (
        <textarea
          {...described}
          className={mergeClasses(inputClass, styles.words, lines > 1 && styles.many)}
          dir={value ? 'auto' : undefined}
          rows={lines}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
}

/** Counting is slow, so what fits by its plain length is not counted; what is far too long is only known to be so. */
function lengthOf(text: string, limit: number): number {
  if (text.length <= limit - nearTheEnd(limit)) return text.length;
  if (!fits(text, limit) && text.length > limit * 4) return text.length;
  return [...segmenter.segment(text)].length;
}
