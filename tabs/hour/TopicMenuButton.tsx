import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../text/useText.ts';
import { useMenuPlace } from '../ui/MenuButton.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { fluentPart } from '../ui/part.tsx';
import { type TopicPlace, useTopicActs } from './useTopicActs.tsx';

const RewordTopic = fluentPart(async () => (await import('./RewordTopic.tsx')).RewordTopic);

const useStyles = makeStyles({
  // Not in the way of reading, and always there for fingers and for the keyboard.
  button: {
    position: 'relative',
    // Its menu stands above what comes after.
    ':focus-within': { zIndex: 1 },
    '@media (hover: hover) and (min-width: 640px)': {
      opacity: 0,
      ':focus-within': { opacity: 1 },
    },
  },
});

export function TopicMenuButton(props: TopicPlace) {
  const styles = useStyles();
  const { t } = useText();
  const place = useMenuPlace();
  const [isRewording, setIsRewording] = useState(false);
  const acts = useTopicActs(props, () => setIsRewording(true));
  return (
    <MoreButton
      place={place}
      className={styles.button}
      size="small"
      label={t('hour.topic.menu', { topic: props.topic.text })}
      acts={acts}
    >
      {isRewording && (
        <RewordTopic
          topic={props.topic}
          date={props.date}
          onClose={() => {
            setIsRewording(false);
            place.goBack();
          }}
        />
      )}
    </MoreButton>
  );
}
