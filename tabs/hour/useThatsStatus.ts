import type { TopicView } from '#contract/hour';
import { useText } from '../text/useText.ts';
import { useUndo } from '../ui/Undo.tsx';
import { useTopicDeed } from './hourQueries.ts';

const nothing = () => undefined;

/** "That's status": out of the hour, into the written round. Anybody may say so, and take it back. */
export function useThatsStatus(date: string) {
  const { t } = useText();
  const offer = useUndo();
  const deed = useTopicDeed(date);
  return (topic: TopicView) => {
    deed.mutate({ topic, deed: { kind: 'settle', state: 'status' } });
    offer({
      id: `status ${topic.id} ${crypto.randomUUID()}`,
      said: t('hour.topic.sentOut'),
      undo: () => deed.mutate({ topic, deed: { kind: 'settle', state: 'open' } }),
      settle: nothing,
      settleLast: nothing,
    });
  };
}
