import type { HourView } from '#contract/hour';
import { makeResetStyles, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { PersonAdd20Regular } from '@fluentui/react-icons/headless/svg/person-add';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Face, Faces } from '../ui/Face.tsx';
import { MenuButton, useMenuPlace } from '../ui/MenuButton.tsx';
import { useUnseenClass } from '../ui/unseenClass.ts';
import { useIsNarrow } from '../ui/useIsNarrow.ts';
import { useHandOn } from './useHandOn.tsx';
import { useAsideStyles } from './asideStyles.ts';

const useRoleClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, auto)',
  columnGap: tokens.spacingHorizontalM,
  alignItems: 'center',
  margin: 0,
  padding: tokens.spacingVerticalXXS,
  border: `${tokens.strokeWidthThin} solid transparent`,
  borderRadius: tokens.borderRadiusLarge,
  backgroundColor: 'transparent',
  color: 'inherit',
  fontFamily: 'inherit',
  textAlign: 'start',
  '@media (max-width: 639px)': { columnGap: tokens.spacingHorizontalSNudge, padding: 0 },
});

const useStyles = makeStyles({
  roles: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 639px)': { columnGap: tokens.spacingHorizontalS },
  },
  // Its menu stands above the sheet.
  role: { position: 'relative', ':focus-within': { zIndex: 2 } },
  press: {
    cursor: 'pointer',
    ':hover': { ...shorthands.borderColor(tokens.colorNeutralStroke1Hover) },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: 'grid', minWidth: 0 },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  nobody: {
    display: 'grid',
    placeContent: 'center',
    boxSizing: 'border-box',
    width: '40px',
    height: '40px',
    '@media (max-width: 639px)': { width: '32px', height: '32px' },
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground3,
  },
});

/** Who leads, who stands in the spotlight, and whom I talk with. The first two are handed on by pressing them. */
export function Roles({ hour }: { hour: HourView }) {
  const roleClass = useRoleClass();
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const size = useIsNarrow() ? 32 : 40;
  const pair = hour.pairs.find((people) => people.some(({ id }) => id === me.id))?.filter(({ id }) => id !== me.id);
  return (
    <ul role="list" aria-label={t('hour.roles')} className={styles.roles}>
      {(['facilitator', 'spotlight'] as const).map((role) => (
        <li key={role}>
          <Role hour={hour} role={role} />
        </li>
      ))}
      {pair && pair.length > 0 && (
        <li className={roleClass}>
          <Faces people={pair} size={size} />
          <span className={styles.words}>
            <span className={aside.quiet}>{t('hour.roles.pair')}</span>
            <span className={styles.name}>{calling.atStart(pair)}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function Role({ hour, role }: { hour: HourView; role: 'facilitator' | 'spotlight' }) {
  const roleClass = useRoleClass();
  const styles = useStyles();
  const aside = useAsideStyles();
  const unseenClass = useUnseenClass();
  const { t } = useText();
  const calling = useCalling();
  const size = useIsNarrow() ? 32 : 40;
  const acts = useHandOn(hour, role);
  const place = useMenuPlace();
  const person = hour[role];
  const name = person ? calling.atStart([person]) : t('hour.roles.nobody');
  const what = t(role === 'facilitator' ? 'hour.roles.facilitator' : 'hour.roles.spotlight');
  return (
    <MenuButton
      place={place}
      className={styles.role}
      acts={acts}
      button={(opens) => (
        <button type="button" className={`${roleClass} ${styles.press}`} {...opens}>
          {person ? (
            <Face person={person} size={size} />
          ) : (
            <span className={styles.nobody}>
              <PersonAdd20Regular />
            </span>
          )}
          <span className={styles.words}>
            <span className={aside.quiet}>{what} </span>
            <span className={styles.name}>{name} </span>
            <span className={unseenClass}>{t('hour.roles.handOn')}</span>
          </span>
        </button>
      )}
    />
  );
}
