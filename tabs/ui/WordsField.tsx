import { fits } from '#contract/limits';
import { Field, makeStyles, mergeClasses, Textarea } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';

const useStyles = makeStyles({
  // As high as its words, where the browser can; elsewhere it scrolls.
  words: { maxHeight: '40dvh', fieldSizing: 'content' },
  one: { minHeight: '30px' },
  many: { minHeight: '72px' },
});

// Nobody needs to know what is left of a thousand characters; who comes near the end does.
const nearTheEnd = 100;
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
};

export function WordsField({ label, hint, value, onChange, limit, lines = 1, problem }: WordsFieldProps) {
  const styles = useStyles();
  const { t } = useText();
  const isNear = value.length > limit - nearTheEnd;
  const left = isNear ? limit - lengthOf(value.trim(), limit) : limit;
  const said = problem ?? (left < 0 ? t('give.over', { count: -left }) : null);
  return (
    <Field
      label={label}
      hint={isNear && left >= 0 ? t('give.left', { count: left }) : hint}
      validationMessage={said}
      validationState={said ? 'error' : 'none'}
    >
      <Textarea
        textarea={{
          dir: 'auto',
          rows: lines,
          className: mergeClasses(styles.words, lines > 1 ? styles.many : styles.one),
        }}
        value={value}
        onChange={(_event, { value: words }) => onChange(words)}
      />
    </Field>
  );
}

/** Counting is slow, so what fits by its plain length is not counted; what is far too long is only known to be so. */
function lengthOf(text: string, limit: number): number {
  if (text.length <= limit - nearTheEnd) return text.length;
  if (!fits(text, limit) && text.length > limit * 4) return text.length;
  return [...segmenter.segment(text)].length;
}
