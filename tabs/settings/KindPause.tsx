import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { useText } from '../text/useText.ts';
import { dateWords } from '../ui/localDates.ts';
import { useIsNarrow } from '../ui/useIsNarrow.ts';
import { pausesFrom } from './pauses.ts';

// As quiet as a remark until it is pointed at: most kinds are never paused.
const useSelectClass = makeResetStyles({
  appearance: 'none',
  boxSizing: 'border-box',
  maxWidth: '100%',
  minHeight: '32px',
  margin: 0,
  paddingBlock: 0,
  paddingInlineStart: tokens.spacingHorizontalS,
  paddingInlineEnd: '28px',
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorTransparentBackground,
  color: tokens.colorNeutralForeground3,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  textOverflow: 'ellipsis',
  // As wide as what is chosen, where a browser can.
  fieldSizing: 'content',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2 },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
});

const useStyles = makeStyles({
  frame: { position: 'relative', display: 'inline-block', maxWidth: '100%' },
  chevron: {
    position: 'absolute',
    display: 'flex',
    insetBlock: 0,
    insetInlineEnd: tokens.spacingHorizontalS,
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
    pointerEvents: 'none',
  },
  // What the list is made of is the browser's: its own colours do not know ours.
  option: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
});

type KindPauseProps = {
  /** What is not told, in the words of its switch. */
  readonly kind: string;
  readonly today: string;
  readonly until: string | null;
  readonly onChange: (until: string | null) => void;
};

/** Not before a day: one kind alone. */
export function KindPause({ kind, today, until, onChange }: KindPauseProps) {
  const selectClass = useSelectClass();
  const styles = useStyles();
  const { t, locale } = useText();
  const day = { weekday: useIsNarrow() ? 'short' : 'long', day: 'numeric', month: 'long' } as const;
  const isPaused = until !== null && until > today;
  const dates = pausesFrom(today, isPaused ? until : null);
  return (
    <span className={styles.frame}>
      <select
        aria-label={t('reminders.kindPause', { kind })}
        className={selectClass}
        value={isPaused ? until : ''}
        onChange={({ target }) => onChange(target.value || null)}
      >
        <option value="" className={styles.option}>
          {t('reminders.pause.none')}
        </option>
        {dates.map((date) => (
          <option key={date} value={date} className={styles.option}>
            {t('reminders.kindPause.until', { date: dateWords(date, locale, day) })}
          </option>
        ))}
      </select>
      <span aria-hidden className={styles.chevron}>
        <ChevronDown16Regular />
      </span>
    </span>
  );
}
