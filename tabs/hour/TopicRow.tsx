import type { HourView, TopicView } from '#contract/hour';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { useUnseenClass } from '../ui/unseenClass.ts';
import { dateWords } from '../ui/localDates.ts';
import { useRowClass, useRowStyles } from './rowStyles.ts';
import { kindIcons, kindNames } from './topicKinds.tsx';
import { TopicMenuButton } from './TopicMenuButton.tsx';

type TopicRowProps = {
  readonly topic: TopicView;
  readonly hour: HourView;
  /** Where it stands among the topics that wait. */
  readonly place: number;
  readonly topics: readonly TopicView[];
};

export function TopicRow({ topic, hour, place, topics }: TopicRowProps) {
  const rowClass = useRowClass();
  const styles = useRowStyles();
  const unseenClass = useUnseenClass();
  const linkClass = useLinkClass();
  const { t, locale } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const { author, text, kind, raisedFor, supporters, messageLink } = topic;
  const facts = [
    raisedFor < hour.date &&
      raisedFor !== hour.movedFrom &&
      t('hour.topic.from', { date: dateWords(raisedFor, locale) }),
    supporters.length > 0 && t('hour.topic.too', { people: calling.atStart(supporters) }),
  ].filter(Boolean);

  return (
    <li className={rowClass} data-topic={topic.id}>
      <span className={styles.icon}>
        {kindIcons[kind]}
        <span className={unseenClass}>{t(kindNames[kind])}</span>
      </span>
      <p className={styles.words}>
        <span dir="auto">{text}</span>
        {messageLink && (
          <>
            {' '}
            <a className={linkClass} href={messageLink} target="_blank" rel="noopener noreferrer">
              {t('kudos.card.message')}
            </a>
          </>
        )}
      </p>
      {facts.length > 0 && <p className={styles.meta}>{facts.join(' · ')}</p>}
      <span className={styles.end}>
        <span className={unseenClass}>
          {t('hour.topic.by', { who: author.id === me.id ? 'me' : 'other', person: calling.one(author) })}
        </span>
        <Face person={author} size={24} />
        <TopicMenuButton topic={topic} date={hour.date} place={place} topics={topics} />
      </span>
    </li>
  );
}
