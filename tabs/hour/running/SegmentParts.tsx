import type { HourView } from '#contract/hour';
import type { ReactNode } from 'react';
import { Closing } from './Closing.tsx';
import { MyPair } from './MyPair.tsx';
import { Question } from './Question.tsx';
import { Spotlight } from './Spotlight.tsx';
import { TopicCard } from './TopicCard.tsx';
import { Welcome } from './Welcome.tsx';

/** What the part that runs is about. */
export function SegmentParts({ hour }: { hour: HourView }): ReactNode {
  const kind = hour.plan[hour.running?.segment ?? 0]?.kind ?? 'talk';
  if (kind === 'pairs') return <MyPair hour={hour} />;
  return (
    <>
      {kind !== 'ideas' && kind !== 'talk' && <Question kind={kind} date={hour.date} />}
      {kind === 'welcome' && <Welcome hour={hour} />}
      {kind === 'spotlight' && <Spotlight hour={hour} />}
      {(kind === 'ideas' || kind === 'talk') && <TopicCard hour={hour} kind={kind} />}
      {kind === 'close' && <Closing hour={hour} />}
    </>
  );
}
