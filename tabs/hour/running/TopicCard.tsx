import type { HourView } from '#contract/hour';
import { mergeClasses } from '@fluentui/react-components';
import { ArrowForward20Regular } from '@fluentui/react-icons/headless/svg/arrow-forward';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useTopicDeed } from '../hourQueries.ts';
import { dateWords } from '../../ui/localDates.ts';
import { useThatsStatus } from '../useThatsStatus.ts';
import { promptFor } from './prompts.ts';
import { useCardClass, useRunningStyles } from './runningStyles.ts';

/** The topic that is talked about now: the first one that waits. */
export function TopicCard({ hour, kind }: { hour: HourView; kind: 'ideas' | 'talk' }) {
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t, locale } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const deed = useTopicDeed(hour.date);
  const thatsStatus = useThatsStatus(hour.date);
  const [topic, ...later] = hour.topics.filter(({ state }) => state === 'open');
  if (!topic) {
    return (
      <section className={cardClass}>
        <p className={shared.words}>{t('running.topic.none')}</p>
      </section>
    );
  }
  const { author, text, raisedFor } = topic;
  const by = t('running.topic.by', { who: author.id === me.id ? 'me' : 'other', person: calling.one(author) });
  const isCarried = raisedFor < hour.date && raisedFor !== hour.movedFrom;
  return (
    <section className={cardClass}>
      <p className={shared.quiet}>
        {isCarried ? t('running.topic.carried', { by, date: dateWords(raisedFor, locale) }) : by}
      </p>
      <h2 dir="auto" className={shared.heading}>
        {text}
      </h2>
      <p className={shared.quiet}>{t(promptFor(kind, hour.date))}</p>
      {!hour.isLocked && (
        <div className={mergeClasses(shared.deeds, shared.edgeOfButtons)}>
          <Button
            appearance="subtle"
            icon={<CheckmarkCircle20Regular />}
            onClick={() => deed.mutate({ topic, deed: { kind: 'settle', state: 'talked' } })}
          >
            {t('running.topic.talked')}
          </Button>
          <Button appearance="subtle" icon={<ArrowForward20Regular />} onClick={() => thatsStatus(topic)}>
            {t('hour.topic.status')}
          </Button>
        </div>
      )}
      {later.length > 0 && <p className={shared.quiet}>{t('running.topic.more', { count: later.length })}</p>}
    </section>
  );
}
