import { folded, profileLimits } from '#contract/limits';
import { makeResetStyles, makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components';
import { Add12Regular } from '@fluentui/react-icons/headless/svg/add';
import { Dismiss12Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { AddButton } from '../ui/AddButton.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { withTags } from './profileWords.ts';

const useChipClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalXS,
  boxSizing: 'border-box',
  minHeight: '28px',
  margin: 0,
  paddingBlock: 0,
  paddingInline: tokens.spacingHorizontalS,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorBrandBackground2,
  color: tokens.colorBrandForeground2,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase200,
  textAlign: 'start',
  overflowWrap: 'anywhere',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({
  wish: {
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  suggestion: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    paddingBlockEnd: tokens.spacingVerticalXS,
    listStyleType: 'none',
  },
  field: { minWidth: 0 },
  add: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  suggestions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingBlockStart: tokens.spacingVerticalS,
  },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const shownAtOnce = 6;

type TagsFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly audience: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** The team's own words for such things, the fitting ones first: a tag that is spelled alike is found. */
  readonly suggestions: readonly string[];
  readonly areWishes?: boolean;
  readonly problem?: string | null;
};

/** Up to eight short names, typed or taken from what the team says already. */
export function TagsField(props: TagsFieldProps) {
  const { label, hint, audience, tags, onChange, suggestions, areWishes = false, problem } = props;
  const chipClass = useChipClass();
  const inputClass = useInputClass();
  const styles = useStyles();
  const { t } = useText();
  const { announce } = useAnnounce();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isFull = tags.length >= profileLimits.tags;
  const taken = new Set(tags.map(folded));
  const wanted = folded(typed.trim());
  const offered = suggestions
    .filter((tag) => !taken.has(folded(tag)) && folded(tag).includes(wanted))
    .slice(0, shownAtOnce);

  function add(words: string) {
    setTyped('');
    const next = withTags(tags, words);
    if (next.length === tags.length) return;
    onChange(next);
    announce(t('people.edit.tags.added', { tag: next.slice(tags.length).join(', ') }));
  }

  function remove(tag: string) {
    onChange(tags.filter((other) => other !== tag));
    announce(t('people.edit.tags.removed', { tag }));
    input.current?.focus();
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Backspace' && typed === '' && tags.length > 0) remove(tags.at(-1)!);
    if ((event.key !== 'Enter' && event.key !== ',') || !typed.trim()) return;
    event.preventDefault();
    add(typed);
  }

  /** What stands there when somebody moves on is meant as well. */
  function handleLeave({ relatedTarget }: FocusEvent) {
    if (typed.trim() && !field.current?.contains(relatedTarget)) add(typed);
  }

  return (
    <div ref={field} className={styles.field} onBlur={handleLeave}>
      <Labelled label={label} audience={audience} hint={isFull ? t('people.edit.tags.full') : hint} problem={problem}>
        {(described) => (
          <div>
            {tags.length > 0 && (
              <ul role="list" aria-label={label} className={styles.chips}>
                {tags.map((tag) => (
                  <li key={tag}>
                    <button
                      type="button"
                      className={mergeClasses(chipClass, areWishes && styles.wish)}
                      aria-label={t('people.edit.tags.remove', { tag })}
                      onClick={() => remove(tag)}
                    >
                      {tag}
                      <Dismiss12Regular />
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <div className={styles.add}>
              <input
                {...described}
                ref={input}
                className={inputClass}
                dir={typed ? 'auto' : undefined}
                readOnly={isFull}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
                onKeyDown={handleKey}
              />
              <AddButton
                word={t('people.edit.tags.add')}
                disabled={isFull || !typed.trim()}
                aria-label={t('people.edit.tags.addTo', { label })}
                onClick={() => {
                  add(typed);
                  input.current?.focus();
                }}
              />
            </div>
          </div>
        )}
      </Labelled>
      {!isFull && offered.length > 0 && (
        <div role="group" aria-label={t('people.edit.tags.fromTeam', { label })} className={styles.suggestions}>
          <span aria-hidden className={styles.quiet}>
            {t('people.edit.tags.team')}
          </span>
          {offered.map((tag) => (
            <button
              key={tag}
              type="button"
              className={mergeClasses(chipClass, styles.suggestion)}
              aria-label={t('people.edit.tags.take', { tag })}
              onClick={() => {
                add(tag);
                input.current?.focus();
              }}
            >
              <Add12Regular />
              {tag}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
