import type { TopicView } from '#contract/hour';
import { fits, topicLimits } from '#contract/limits';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { LineField } from '../ui/LineField.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { useRewordTopic } from './hourQueries.ts';

type RewordTopicProps = { readonly topic: TopicView; readonly date: string; readonly onClose: () => void };

export function RewordTopic({ topic, date, onClose }: RewordTopicProps) {
  const { t } = useText();
  const { team, members } = useTeam();
  const [text, setText] = useState(topic.text);
  const reword = useRewordTopic(date);
  const words = text.trim();
  const isShut = !words || !fits(words, topicLimits.text) || reword.isPending;
  return (
    <TaskDialog
      title={t('hour.topic.reword')}
      onClose={onClose}
      onSubmit={() => !isShut && reword.mutate({ topic, text: words }, { onSuccess: onClose })}
      foot={
        <>
          <Button onClick={onClose}>{t('give.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={isShut}>
            {t('hour.topic.save')}
          </Button>
        </>
      }
    >
      <LineField
        label={t('hour.topic.label')}
        audience={t('audience.team', { count: members.length, team: team.name })}
        limit={topicLimits.text}
        value={text}
        onChange={setText}
      />
      {reword.isError && <ProblemBar title={t('hour.topic.failed')}>{t(sentenceFor(codeOf(reword.error)))}</ProblemBar>}
    </TaskDialog>
  );
}
