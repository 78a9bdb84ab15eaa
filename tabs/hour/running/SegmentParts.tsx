import type { HourView } from '#contract/hour';
import type { ReactNode } from 'react';
import { StatusRound, useHasStatus } from '../status/StatusRound.tsx';
import { Closing } from './Closing.tsx';
import { MyPair } from './MyPair.tsx';
import { Question } from './Question.tsx';
import { useCardClass } from './runningStyles.ts';
import { Spotlight } from './Spotlight.tsx';
import { TopicCard } from './TopicCard.tsx';
import { Welcome } from './Welcome.tsx';

/** Read as the hour begins; after that it is not for status. */
const homeOfStatus = ({ plan }: HourView) =>
  Math.max(
    0,
    plan.findIndex(({ kind }) => kind === 'welcome'),
  );

/** What the part that runs is about. */
export function SegmentParts({ hour }: { hour: HourView }): ReactNode {
  const cardClass = useCardClass();
  const hasStatus = useHasStatus(hour);
  const segment = hour.running?.segment ?? 0;
  const kind = hour.plan[segment]?.kind ?? 'talk';
  if (kind === 'pairs') return <MyPair hour={hour} />;
  return (
    <>
      {kind !== 'ideas' && kind !== 'talk' && <Question kind={kind} date={hour.date} />}
      {kind === 'welcome' && <Welcome hour={hour} />}
      {hasStatus && segment === homeOfStatus(hour) && (
        <section className={cardClass}>
          <StatusRound hour={hour} />
        </section>
      )}
      {kind === 'spotlight' && <Spotlight hour={hour} />}
      {(kind === 'ideas' || kind === 'talk') && <TopicCard hour={hour} kind={kind} />}
      {kind === 'close' && <Closing hour={hour} />}
    </>
  );
}
