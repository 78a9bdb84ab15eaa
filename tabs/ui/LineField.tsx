import { fits } from '#contract/limits';
import { useText } from '../text/useText.ts';
import { useInputClass } from './inputClass.tsx';
import { Labelled } from './Labelled.tsx';

type LineFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly audience?: string;
  readonly value: string;
  readonly onChange: (line: string) => void;
  /** In characters as people count them. More may be typed: what is pasted is shortened by its author, not by us. */
  readonly limit: number;
  readonly problem?: string | null;
};

/** One line of words. */
export function LineField({ label, hint, audience, value, onChange, limit, problem }: LineFieldProps) {
  const inputClass = useInputClass();
  const { t } = useText();
  const isOver = !fits(value.trim(), limit);
  return (
    <Labelled
      label={label}
      hint={hint}
      audience={audience}
      problem={problem ?? (isOver ? t('field.over', { limit }) : null)}
    >
      {(described) => (
        <input
          {...described}
          className={inputClass}
          dir={value ? 'auto' : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
}
