import { makeResetStyles, makeStyles, shorthands, tokens } from '@fluentui/react-components';

const useSwitchClass = makeResetStyles({
  appearance: 'none',
  position: 'relative',
  flexShrink: 0,
  boxSizing: 'border-box',
  width: '40px',
  height: '20px',
  margin: 0,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusCircular,
  backgroundColor: tokens.colorTransparentBackground,
  cursor: 'inherit',
  '::before': {
    content: '""',
    position: 'absolute',
    insetBlockStart: '2px',
    insetInlineStart: '2px',
    width: '14px',
    height: '14px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStrokeAccessible,
  },
  ':checked': {
    ...shorthands.borderColor(tokens.colorCompoundBrandBackground),
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  ':checked::before': { insetInlineStart: '22px', backgroundColor: tokens.colorNeutralForegroundInverted },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  '@media (forced-colors: active)': {
    appearance: 'auto',
    width: '16px',
    height: '16px',
    '::before': { content: 'none' },
  },
});

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
    cursor: 'pointer',
  },
});

type OnOffProps = { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

/** On or off for the next thing. */
export function OnOff({ label, isOn, onChange }: OnOffProps) {
  const switchClass = useSwitchClass();
  const styles = useStyles();
  return (
    <label className={styles.row}>
      <input
        type="checkbox"
        role="switch"
        className={switchClass}
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}
