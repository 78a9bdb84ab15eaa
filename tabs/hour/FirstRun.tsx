import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useArrival } from '../ui/useArrival.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useHeroClass } from './heroClass.ts';
import { SwapDrawing } from './SwapDrawing.tsx';

const useStagesClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`,
  margin: 0,
  marginBlockStart: tokens.spacingVerticalXXXL,
  paddingInline: tokens.spacingHorizontalL,
  '@media (min-width: 640px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  '@media (min-width: 960px)': { paddingInline: '56px' },
});

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXXL} 48px`,
    alignItems: 'center',
    marginBlockStart: tokens.spacingVerticalM,
    '@media (min-width: 640px)': { padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXXL}` },
    '@media (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr) 392px', padding: '48px 56px' },
  },
  words: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalM },
  text: {
    margin: 0,
    maxWidth: '44ch',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '28px',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBlockStart: tokens.spacingVerticalM,
  },
  quiet: {
    margin: 0,
    maxWidth: '60ch',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  stage: { fontWeight: tokens.fontWeightSemibold },
  what: { margin: 0 },
});

const stages = [
  { name: 'hour.firstRun.before', what: 'hour.firstRun.beforeText' },
  { name: 'hour.firstRun.during', what: 'hour.firstRun.duringText' },
  { name: 'hour.firstRun.after', what: 'hour.firstRun.afterText' },
] as const;

/** Before there is an hour: what it is for, and one thing to do. */
export function FirstRun() {
  const stagesClass = useStagesClass();
  const heroClass = useHeroClass();
  const styles = useStyles();
  const { t } = useText();
  const { team, me, members } = useTeam();
  const calling = useCalling();
  const link = useTeamLink();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  const owners = members.filter(({ owner }) => owner).slice(0, 3);

  return (
    <>
      <Sheet className={styles.sheet}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} className={heroClass}>
            {t('hour.firstRun.title')}
          </h1>
          <p className={styles.text}>{t('hour.firstRun.text', { team: team.name })}</p>
          <div className={styles.actions}>
            <ButtonLink appearance="primary" href={link('/hour/schedule')}>
              {t(me.owner ? 'hour.firstRun.choose' : 'hour.propose.title')}
            </ButtonLink>
            {me.owner ? (
              <span className={styles.quiet}>{t('hour.firstRun.quick')}</span>
            ) : (
              <ButtonLink href={link('/kudos')}>{t('kudos.give')}</ButtonLink>
            )}
          </div>
          {!me.owner && (
            <p className={styles.quiet}>
              {owners.length > 0
                ? t('hour.firstRun.owners', { people: calling.atStart(owners) })
                : t('hour.firstRun.ownersNone')}
            </p>
          )}
        </div>
        <SwapDrawing />
      </Sheet>
      <dl className={stagesClass}>
        {stages.map(({ name, what }) => (
          <div key={name}>
            <dt className={styles.stage}>{t(name)}</dt>
            <dd className={styles.what}>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
