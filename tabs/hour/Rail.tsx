import type { HourView, TopicView } from '#contract/hour';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { ActionRow } from './ActionRow.tsx';
import { serverNow } from './running/serverClock.ts';
import { ChooseGoal } from './ChooseGoal.tsx';
import { PairsRow } from './PairsRow.tsx';
import { useRowClass, useRowStyles } from './rowStyles.ts';
import { clockIn } from './scheduleWords.ts';
import { SpotlightGoal } from './SpotlightGoal.tsx';
import { TopicRow } from './TopicRow.tsx';
import { useSegmentName } from './useSegmentName.ts';

const useSegmentClass = makeResetStyles({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: '40px 12px minmax(0, 1fr)',
  columnGap: tokens.spacingHorizontalM,
  paddingBlockEnd: tokens.spacingVerticalL,
  // The line of time, from this dot to the next.
  '::before': {
    content: '""',
    position: 'absolute',
    insetBlock: '10px -10px',
    insetInlineStart: '57px',
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    '@media (max-width: 639px)': { insetInlineStart: '53px' },
  },
  ':last-child': { paddingBlockEnd: 0 },
  ':last-child::before': { content: 'none' },
  '@media (max-width: 639px)': { columnGap: tokens.spacingHorizontalS },
});

const useStyles = makeStyles({
  rail: { margin: 0, padding: 0, listStyleType: 'none' },
  time: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  dot: {
    position: 'relative',
    boxSizing: 'border-box',
    width: '12px',
    height: '12px',
    marginBlockStart: '4px',
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    '@media (max-width: 639px)': { justifyContent: 'space-between' },
  },
  name: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  minutes: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  rows: { display: 'grid', margin: 0, marginBlockStart: tokens.spacingVerticalXS, padding: 0, listStyleType: 'none' },
});

type RailProps = { readonly hour: HourView; readonly topics: readonly TopicView[] };

/** The hour as a line of time: each segment at its minute, and under it what belongs there. */
export function Rail({ hour, topics }: RailProps) {
  const segmentClass = useSegmentClass();
  const styles = useStyles();
  const { t, locale } = useText();
  const { me, members } = useTeam();
  const nameOf = useSegmentName();
  const starts = hour.plan.map((_, at) =>
    hour.plan.slice(0, at).reduce((start, { minutes }) => start + minutes * 60_000, Date.parse(hour.startsAt)),
  );
  const home = homeOfTopics(hour);
  // In a large team pairs are made when it is time for them.
  const isSmall = members.length > 1 && members.length <= 60;
  const isFarOff = isSmall && Date.parse(hour.startsAt) - serverNow() > 3 * 86_400_000;

  return (
    <ol role="list" aria-label={t('hour.plan')} className={styles.rail}>
      {hour.plan.map((segment, at) => {
        const rows = rowsOf(segment.kind, at);
        const start = new Date(starts[at]!);
        return (
          <li key={`${at} ${segment.kind}`} className={segmentClass}>
            <time dateTime={start.toISOString()} className={styles.time}>
              {clockIn(hour.timeZone, start, locale)}
            </time>
            <span aria-hidden className={styles.dot} />
            <div>
              <div className={styles.head}>
                <h3 className={styles.name}>{nameOf(segment, hour.spotlight)}</h3>
                <span className={styles.minutes}>{t('hour.segment.minutes', { minutes: segment.minutes })}</span>
              </div>
              {rows.length > 0 && (
                <ul role="list" className={styles.rows}>
                  {rows}
                </ul>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );

  function rowsOf(kind: HourView['plan'][number]['kind'], at: number): ReactNode[] {
    const isFirst = hour.plan.findIndex((other) => other.kind === kind) === at;
    return [
      ...(kind === 'welcome' && isFirst
        ? [
            ...hour.actions.map((action) => <ActionRow key={action.id} action={action} />),
            ...(hour.actions.length > 0 ? [<AllOfMine key="all" />] : []),
          ]
        : []),
      ...(kind === 'pairs' && isFirst && hour.pairs.length > 0 ? [<PairsRow key="pairs" pairs={hour.pairs} />] : []),
      ...(kind === 'pairs' && isFirst && hour.pairs.length === 0 && isFarOff
        ? [
            <li key="later" className={styles.minutes}>
              {t('hour.pairs.later')}
            </li>,
          ]
        : []),
      ...(kind === 'spotlight' && isFirst && hour.spotlightGoal
        ? [<SpotlightGoal key="goal" id={hour.spotlightGoal} />]
        : []),
      ...(kind === 'spotlight' && isFirst && hour.spotlight?.id === me.id
        ? [
            <li key="choose">
              <ChooseGoal hour={hour} />
            </li>,
          ]
        : []),
      ...(at === home
        ? topics.map((topic, place) => (
            <TopicRow key={topic.id} topic={topic} hour={hour} place={place} topics={topics} />
          ))
        : []),
    ];
  }
}

/** The way to what I set out to do in all hours. */
function AllOfMine() {
  const rowClass = useRowClass();
  const row = useRowStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const link = useTeamLink();
  return (
    <li className={rowClass}>
      <p className={row.words}>
        <Link href={link('/hour/actions')} className={linkClass}>
          {t('actions.link')}
        </Link>
      </p>
    </li>
  );
}

/** Where topics are talked about: in the segment that is for them, else where the team talks, else in the first. */
function homeOfTopics({ plan }: HourView): number {
  const of = (kind: string) => plan.findIndex((segment) => segment.kind === kind);
  return [of('ideas'), of('talk'), 0].find((at) => at >= 0)!;
}
