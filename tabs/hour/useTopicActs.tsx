import type { HourView, TopicView } from '#contract/hour';
import { useAnnounce } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { ArrowUpload20Regular } from '@fluentui/react-icons/headless/svg/arrow-upload';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { DocumentText20Regular } from '@fluentui/react-icons/headless/svg/document-text';
import { Edit20Regular } from '@fluentui/react-icons/headless/svg/edit';
import { HandRight20Regular } from '@fluentui/react-icons/headless/svg/hand-right';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import type { Act } from '../ui/ActMenu.tsx';
import { useArrange, useTopicDeed } from './hourQueries.ts';
import { useThatsStatus } from './useThatsStatus.ts';

export type TopicPlace = {
  readonly topic: TopicView;
  readonly date: string;
  /** Where it stands among the topics that wait. */
  readonly place: number;
  readonly topics: readonly TopicView[];
};

/** What one can do with a topic before the hour: its place is everybody's, its words are its author's. */
export function useTopicActs({ topic, date, place, topics }: TopicPlace, onReword: () => void): readonly Act[] {
  const { t } = useText();
  const { me } = useTeam();
  const { announce } = useAnnounce();
  const arrange = useArrange(date);
  const deed = useTopicDeed(date);
  const thatsStatus = useThatsStatus(date);
  const isMine = topic.author.id === me.id;
  const supports = topic.supporters.some(({ id }) => id === me.id);

  function moveTo(to: number) {
    const others = topics.filter(({ id }) => id !== topic.id);
    const order = [...others.slice(0, to), topic, ...others.slice(to)].map(({ id }) => id);
    arrange.mutate({ edit: { order }, isPlain: true, preview: (hour) => ({ ...hour, topics: sorted(hour, order) }) });
    announce(t('hour.topic.moved', { topic: topic.text, place: to + 1, count: topics.length }));
  }

  const support: Act = {
    name: t(supports ? 'hour.topic.supportNot' : 'hour.topic.support'),
    icon: <HandRight20Regular />,
    does: () => deed.mutate({ topic, deed: { kind: 'support', supports: !supports } }),
  };
  const first: Act = { name: t('hour.topic.first'), icon: <ArrowUpload20Regular />, does: () => moveTo(0) };
  const up: Act = { name: t('hour.topic.up'), icon: <ArrowUp20Regular />, does: () => moveTo(place - 1) };
  const down: Act = { name: t('hour.topic.down'), icon: <ArrowDown20Regular />, does: () => moveTo(place + 1) };
  const own: readonly Act[] = [
    { name: t('hour.topic.reword'), icon: <Edit20Regular />, does: onReword, isApart: true },
    {
      name: t('hour.topic.remove'),
      icon: <Delete20Regular />,
      does: () => deed.mutate({ topic, deed: { kind: 'remove' } }),
    },
  ];
  return [
    ...(isMine ? [] : [support]),
    ...(place > 1 ? [first] : []),
    ...(place > 0 ? [up] : []),
    ...(place < topics.length - 1 ? [down] : []),
    { name: t('hour.topic.status'), icon: <DocumentText20Regular />, does: () => thatsStatus(topic) },
    ...(isMine ? own : []),
  ];
}

function sorted({ topics }: HourView, order: readonly string[]): TopicView[] {
  const placeOf = ({ id }: TopicView) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...topics].sort((one, other) => placeOf(one) - placeOf(other));
}
