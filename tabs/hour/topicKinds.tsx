import type { TopicView } from '#contract/hour';
import { Comment20Regular } from '@fluentui/react-icons/headless/svg/comment';
import { HandRight20Regular } from '@fluentui/react-icons/headless/svg/hand-right';
import { Heart20Regular } from '@fluentui/react-icons/headless/svg/heart';
import { Lightbulb20Regular } from '@fluentui/react-icons/headless/svg/lightbulb';
import type { ReactNode } from 'react';
import type { TextKey } from '../text/text.ts';

type Kind = TopicView['kind'];

export const kindNames: Readonly<Record<Kind, TextKey>> = {
  talk: 'hour.topic.talk',
  ask: 'hour.topic.ask',
  thanks: 'hour.topic.thanks',
  idea: 'hour.topic.idea',
};

export const kindIcons: Readonly<Record<Kind, ReactNode>> = {
  talk: <Comment20Regular />,
  ask: <HandRight20Regular />,
  thanks: <Heart20Regular />,
  idea: <Lightbulb20Regular />,
};
