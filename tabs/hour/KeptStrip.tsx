import type { KeptView, HourScreen } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useTextButtonClass } from '../ui/textButtonClass.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useAsideStyles } from './asideStyles.ts';
import { useMarkStyles } from './markStyles.ts';

const useStyles = makeStyles({
  kept: { display: 'grid', rowGap: tokens.spacingVerticalS },
  strip: { display: 'block', overflow: 'visible', maxWidth: '100%' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  finding: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

const [step, radius, height] = [25, 7, 16];

type KeptStripProps = { readonly schedule: HourScreen['schedule']; readonly kept: KeptView };

/** What became of the last twelve: filled was held, hollow moved, a dash skipped. For the team, without names. */
export function KeptStrip({ schedule, kept: { marks, held, counted, givenBackMinutes } }: KeptStripProps) {
  const moreClass = useTextButtonClass();
  const linkClass = useLinkClass();
  const styles = useStyles();
  const mark = useMarkStyles();
  const aside = useAsideStyles();
  const { t, dir } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const link = useTeamLink();
  const more = useId();
  const name = schedule?.replaces?.name;
  const finding = t('hour.kept.finding', { held, counted });
  const width = (marks.length - 1) * step + 2 * radius + 2;
  const hours = Math.floor(givenBackMinutes / 60);
  if (!name && marks.length === 0) return null;
  return (
    <section aria-label={t('hour.kept.title')} className={styles.kept}>
      {name && <p className={aside.quiet}>{t('hour.instead', { name })}</p>}
      {marks.length > 0 && (
        <>
          <svg
            className={styles.strip}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={finding}
          >
            <g transform={dir === 'rtl' ? `translate(${width} 0) scale(-1 1)` : undefined}>
              {marks.map(({ date, kind }, at) => {
                const x = at * step + radius + 1;
                return kind === 'skipped' ? (
                  <line key={date} className={mark.skipped} x1={x - 6} x2={x + 6} y1={height / 2} y2={height / 2} />
                ) : (
                  <circle
                    key={date}
                    className={kind === 'held' ? mark.held : mark.moved}
                    cx={x}
                    cy={height / 2}
                    r={kind === 'held' ? radius : radius - 1}
                  />
                );
              })}
            </g>
          </svg>
          <div className={styles.line}>
            <p className={styles.finding}>{finding}</p>
            <button
              type="button"
              className={moreClass}
              aria-expanded={isOpen}
              aria-controls={more}
              onClick={() => setIsOpen(!isOpen)}
            >
              {t('hour.kept.how')}
            </button>
          </div>
          <div id={more} hidden={!isOpen}>
            <p className={aside.quiet}>{t('hour.kept.howText')}</p>
          </div>
          {hours > 0 && <p className={aside.quiet}>{t('hour.kept.givenBack', { hours })}</p>}
          <p className={aside.text}>
            <Link href={link('/hour/past')} className={linkClass}>
              {t('past.title')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
