import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import type { Described } from './Labelled.tsx';

const useControlClass = makeResetStyles({
  position: 'relative',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalXS,
  boxSizing: 'border-box',
  minHeight: '32px',
  paddingInline: tokens.spacingHorizontalMNudge,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderBlockEndColor: tokens.colorNeutralStrokeAccessible,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  cursor: 'text',
  ':hover': {
    ...shorthands.borderColor(tokens.colorNeutralStroke1Hover),
    borderBlockEndColor: tokens.colorNeutralStrokeAccessibleHover,
  },
  ':focus-within': {
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
  },
});

const useInputClass = makeResetStyles({
  flexGrow: 1,
  flexBasis: '64px',
  boxSizing: 'border-box',
  minWidth: 0,
  height: '30px',
  padding: 0,
  border: 'none',
  outlineStyle: 'none',
  backgroundColor: 'transparent',
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
});

const usePopupClass = makeResetStyles({
  position: 'absolute',
  zIndex: 1,
  insetBlockStart: 'calc(100% + 4px)',
  insetInline: '-1px',
  boxSizing: 'border-box',
  maxHeight: '264px',
  overflowY: 'auto',
  padding: tokens.spacingVerticalXS,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow16,
  cursor: 'default',
});

const useOptionClass = makeResetStyles({
  display: 'flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalS,
  boxSizing: 'border-box',
  minHeight: '32px',
  paddingBlock: tokens.spacingVerticalXS,
  paddingInline: tokens.spacingHorizontalS,
  borderRadius: tokens.borderRadiusMedium,
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
});

const useStyles = makeStyles({
  wrong: { ...shorthands.borderColor(tokens.colorPaletteRedBorder2) },
  chevron: { display: 'flex', color: tokens.colorNeutralStrokeAccessible },
  options: { margin: 0, padding: 0, listStyleType: 'none' },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    color: tokens.colorNeutralForeground1Hover,
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, padding: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
});

export type ComboOption = { readonly id: string; readonly isChosen?: boolean; readonly content: ReactNode };

type ComboProps = {
  readonly described: Described;
  readonly label: string;
  readonly typed: string;
  readonly onType: (words: string) => void;
  readonly options: readonly ComboOption[];
  readonly onChoose: (id: string) => void;
  /** Said below the options, or instead of them. */
  readonly note?: string | null | undefined;
  readonly placeholder?: string | undefined;
  readonly input?: Ref<HTMLInputElement>;
  /** Backspace, where there is nothing to take back in the field. */
  readonly onTakeBack?: () => void;
  readonly onLeave?: () => void;
  /** What is chosen already, before the place to type. */
  readonly children?: ReactNode;
};

/**
 * A field that offers what fits the words typed into it. The keys and roles are those of the ARIA pattern; Fluent's own looks the
 * same and brings thirty times as much, for lists that stand where there is no room for them.
 */
export function Combo(props: ComboProps) {
  const { described, label, typed, onType, options, onChoose, note, placeholder, input, children } = props;
  const controlClass = useControlClass();
  const inputClass = useInputClass();
  const popupClass = usePopupClass();
  const optionClass = useOptionClass();
  const styles = useStyles();
  const list = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [place, setPlace] = useState(-1);
  const active = isOpen ? Math.min(place, options.length - 1) : -1;
  const idOf = (at: number) => `${list}-${at}`;

  // The list may stand below what is in sight, and so may the option that the keys have come to.
  useEffect(() => {
    if (isOpen) popup.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  useEffect(() => {
    if (active >= 0) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, list]);

  function close() {
    setIsOpen(false);
    setPlace(-1);
  }

  function choose(id: string) {
    close();
    onChoose(id);
  }

  function handleKey(event: KeyboardEvent) {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      const count = options.length;
      if (count > 0) setPlace(key === 'ArrowDown' ? (active + 1) % count : (Math.max(active, 0) + count - 1) % count);
    } else if (key === 'Enter' && isOpen) {
      event.preventDefault();
      if (options[active]) choose(options[active].id);
    } else if (key === 'Escape' && isOpen) {
      // Only the list: what it stands in stays open.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (key === 'Backspace' && typed === '') {
      props.onTakeBack?.();
    }
  }

  return (
    <div
      className={mergeClasses(controlClass, described['aria-invalid'] && styles.wrong)}
      onClick={(event) => {
        if (popup.current?.contains(event.target as Node)) return;
        if (!(event.target as Element).closest('button')) event.currentTarget.querySelector('input')?.focus();
      }}
    >
      {children}
      <input
        {...described}
        ref={input}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen && options.length > 0 ? list : undefined}
        aria-activedescendant={active >= 0 ? idOf(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        className={inputClass}
        dir={typed ? 'auto' : undefined}
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => {
          onType(target.value);
          setIsOpen(true);
          // What is typed is meant: Enter takes the first that fits.
          setPlace(target.value.trim() ? 0 : -1);
        }}
        onClick={() => setIsOpen(true)}
        onKeyDown={handleKey}
        onBlur={() => {
          close();
          props.onLeave?.();
        }}
      />
      <span aria-hidden className={styles.chevron}>
        <ChevronDown20Regular />
      </span>
      {isOpen && (options.length > 0 || note) && (
        // Pressing in the list must not take the keyboard out of the field.
        <div ref={popup} className={popupClass} onMouseDown={(event) => event.preventDefault()}>
          {options.length > 0 && (
            <ul id={list} role="listbox" aria-label={label} className={styles.options}>
              {options.map(({ id, isChosen = false, content }, at) => (
                <li
                  key={id}
                  id={idOf(at)}
                  role="option"
                  aria-selected={isChosen}
                  className={mergeClasses(optionClass, isChosen && styles.chosen, at === active && styles.active)}
                  onClick={() => choose(id)}
                >
                  {content}
                </li>
              ))}
            </ul>
          )}
          {note && <p className={styles.note}>{note}</p>}
        </div>
      )}
    </div>
  );
}
