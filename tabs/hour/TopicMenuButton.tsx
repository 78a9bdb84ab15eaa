import { makeStyles } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { Suspense, useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fluentPart } from '../ui/part.tsx';
import { type TopicPlace, useTopicActs } from './useTopicActs.tsx';

const ActMenu = fluentPart(async () => (await import('../ui/ActMenu.tsx')).ActMenu);
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
  const button = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isRewording, setIsRewording] = useState(false);
  const acts = useTopicActs(props, () => setIsRewording(true));
  const goBack = () => button.current?.querySelector('button')?.focus();
  return (
    <div ref={button} className={styles.button} data-menu>
      <IconButton
        size="small"
        label={t('hour.topic.menu', { topic: props.topic.text })}
        icon={<MoreHorizontal20Regular />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      <Suspense fallback={null}>
        {isOpen && (
          <ActMenu
            acts={acts}
            target={button}
            onClose={() => {
              setIsOpen(false);
              goBack();
            }}
          />
        )}
        {isRewording && (
          <RewordTopic
            topic={props.topic}
            date={props.date}
            onClose={() => {
              setIsRewording(false);
              goBack();
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
