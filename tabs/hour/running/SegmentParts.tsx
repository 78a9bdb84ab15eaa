import type { HourView } from '#contract/hour';
import type { ReactNode } from 'react';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { SpotlightGoal } from '../SpotlightGoal.tsx';
import { Closing } from './Closing.tsx';
import { MyPair } from './MyPair.tsx';
import { promptFor } from './prompts.ts';
import { useCardClass, useRunningStyles } from './runningStyles.ts';
import { TopicCard } from './TopicCard.tsx';
import { Welcome } from './Welcome.tsx';

/** What the part that runs is about. */
export function SegmentParts({ hour }: { hour: HourView }): ReactNode {
  const kind = hour.plan[hour.running?.segment ?? 0]?.kind ?? 'talk';
  if (kind === 'pairs') return <MyPair hour={hour} />;
  return (
    <>
      {kind !== 'ideas' && kind !== 'talk' && <Prompt hour={hour} kind={kind} />}
      {kind === 'welcome' && <Welcome hour={hour} />}
      {kind === 'spotlight' && <Spotlight hour={hour} />}
      {(kind === 'ideas' || kind === 'talk') && <TopicCard hour={hour} kind={kind} />}
      {kind === 'close' && <Closing hour={hour} />}
    </>
  );
}

function Prompt({ hour, kind }: { hour: HourView; kind: HourView['plan'][number]['kind'] }) {
  const shared = useRunningStyles();
  const { t } = useText();
  return (
    <div>
      <p className={shared.quiet}>{t('running.ask')}</p>
      <p className={shared.words}>{t(promptFor(kind, hour.date))}</p>
    </div>
  );
}

function Spotlight({ hour }: { hour: HourView }) {
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const { spotlight, spotlightGoal } = hour;
  return (
    <section className={cardClass}>
      <p className={shared.words}>
        {!spotlight
          ? t('running.spotlight.nobody')
          : spotlight.id === me.id
            ? t('running.spotlight.me')
            : t('running.spotlight.other', { person: calling.one(spotlight) })}
      </p>
      {spotlightGoal && (
        <ul role="list" className={shared.list}>
          <SpotlightGoal id={spotlightGoal} />
        </ul>
      )}
    </section>
  );
}
