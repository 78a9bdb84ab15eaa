import { type ReminderKind, reminderKinds } from '#contract/limits';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { OnOff } from '../ui/OnOff.tsx';
import type { Chosen } from './MyReminders.tsx';
import { wallAt } from '../ui/zones.ts';
import { KindPause } from './KindPause.tsx';
import { WeekTimeFields } from './WeekTimeFields.tsx';

const names = {
  actionDue: 'reminders.actionDue',
  promiseDue: 'reminders.promiseDue',
  ifThen: 'reminders.ifThen',
  goalCheckIn: 'reminders.goalCheckIn',
  topicAsked: 'reminders.topicAsked',
  helpOffered: 'reminders.helpOffered',
} satisfies Record<ReminderKind, TextKey>;

const useRowClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalM,
  '@media (min-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
});

const useStyles = makeStyles({
  kinds: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    // Where words go over two lines, a switch keeps its distance from the next one.
    '@media (max-width: 639px)': { rowGap: tokens.spacingVerticalS },
  },
  // Below the words of its switch.
  more: {
    marginInlineStart: `calc(40px + ${tokens.spacingHorizontalM})`,
    marginBlock: `${tokens.spacingVerticalXS} ${tokens.spacingVerticalS}`,
  },
  // Its words begin where those of the switch do; in a wide room it stands at their end.
  pause: {
    minWidth: 0,
    marginInlineStart: `calc(40px + ${tokens.spacingHorizontalM} - ${tokens.spacingHorizontalS})`,
    '@media (min-width: 640px)': { marginInlineStart: 0, marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalS})` },
  },
  ended: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type MyReminderKindsProps = {
  readonly chosen: Chosen;
  /** Those that ended by themselves. */
  readonly stopped: readonly ReminderKind[];
  readonly timeZone: string;
  readonly onChange: (edit: Partial<Chosen>) => void;
};

/** Each kind on or off; those with a time of their own ask for it once they are on. */
export function MyReminderKinds({ chosen, stopped, timeZone, onChange }: MyReminderKindsProps) {
  const rowClass = useRowClass();
  const styles = useStyles();
  const { t } = useText();
  const { kinds, ifThenAt, checkInAt, snoozed } = chosen;
  const today = wallAt(timeZone, new Date()).date;

  /** Off, it waits for nothing. */
  function handleSwitch(kind: ReminderKind, isOn: boolean) {
    onChange({ kinds: { ...kinds, [kind]: isOn }, ...pausedUntil(kind, null) });
  }

  function pausedUntil(kind: ReminderKind, until: string | null): Partial<Chosen> {
    const { [kind]: _before, ...others } = snoozed;
    return { snoozed: until === null ? others : { ...others, [kind]: until } };
  }

  return (
    <ul role="list" aria-label={t('reminders.kinds')} className={styles.kinds}>
      {reminderKinds.map((kind) => (
        <li key={kind}>
          <div className={rowClass}>
            <OnOff label={t(names[kind])} isOn={kinds[kind]} onChange={(isOn) => handleSwitch(kind, isOn)} />
            {kinds[kind] && (
              <span className={styles.pause}>
                <KindPause
                  kind={t(names[kind])}
                  today={today}
                  until={snoozed[kind] ?? null}
                  onChange={(until) => onChange(pausedUntil(kind, until))}
                />
              </span>
            )}
          </div>
          {kind === 'ifThen' && kinds.ifThen && (
            <div className={styles.more}>
              <WeekTimeFields value={ifThenAt} onChange={(at) => onChange({ ifThenAt: at })} />
            </div>
          )}
          {kind === 'goalCheckIn' && kinds.goalCheckIn && (
            <div className={styles.more}>
              <WeekTimeFields value={checkInAt} onChange={(at) => onChange({ checkInAt: at })} />
            </div>
          )}
          {stopped.includes(kind) && !kinds[kind] && (
            <div className={styles.more}>
              <p className={styles.ended}>{t('reminders.ended')}</p>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
