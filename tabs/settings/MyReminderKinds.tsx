import { type ReminderKind, reminderKinds } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { OnOff } from '../ui/OnOff.tsx';
import type { Chosen } from './MyReminders.tsx';
import { WeekTimeFields } from './WeekTimeFields.tsx';

const names = {
  actionDue: 'reminders.actionDue',
  promiseDue: 'reminders.promiseDue',
  ifThen: 'reminders.ifThen',
  goalCheckIn: 'reminders.goalCheckIn',
  topicAsked: 'reminders.topicAsked',
  helpOffered: 'reminders.helpOffered',
} satisfies Record<ReminderKind, TextKey>;

const useStyles = makeStyles({
  kinds: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  // Below the words of its switch.
  more: {
    marginInlineStart: `calc(40px + ${tokens.spacingHorizontalM})`,
    marginBlock: `${tokens.spacingVerticalXS} ${tokens.spacingVerticalS}`,
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
  readonly onChange: (edit: Partial<Chosen>) => void;
};

/** Each kind on or off; those with a time of their own ask for it once they are on. */
export function MyReminderKinds({ chosen, stopped, onChange }: MyReminderKindsProps) {
  const styles = useStyles();
  const { t } = useText();
  const { kinds, ifThenAt, checkInAt } = chosen;
  return (
    <ul role="list" aria-label={t('reminders.kinds')} className={styles.kinds}>
      {reminderKinds.map((kind) => (
        <li key={kind}>
          <OnOff
            label={t(names[kind])}
            isOn={kinds[kind]}
            onChange={(isOn) => onChange({ kinds: { ...kinds, [kind]: isOn } })}
          />
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
