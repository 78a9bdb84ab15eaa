import type { HourView, TopicView } from '#contract/hour';
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, useAnnounce } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { DocumentText20Regular } from '@fluentui/react-icons/headless/svg/document-text';
import { Edit20Regular } from '@fluentui/react-icons/headless/svg/edit';
import { HandRight20Regular } from '@fluentui/react-icons/headless/svg/hand-right';
import { ArrowUpload20Regular } from '@fluentui/react-icons/headless/svg/arrow-upload';
import { type RefObject, useState } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useArrange, useTopicDeed } from './hourQueries.ts';
import { useThatsStatus } from './useThatsStatus.ts';

type TopicMenuProps = {
  readonly topic: TopicView;
  readonly date: string;
  readonly place: number;
  readonly topics: readonly TopicView[];
  readonly target: RefObject<HTMLElement | null>;
  readonly onReword: () => void;
  readonly onClose: () => void;
};

/** What one can do with a topic before the hour: its place is everybody's, its words are its author's. */
export function TopicMenu({ topic, date, place, topics, target, onReword, onClose }: TopicMenuProps) {
  const { t } = useText();
  const { me } = useTeam();
  const { announce } = useAnnounce();
  const [element] = useState(() => target.current);
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

  return (
    <Menu
      inline
      open
      onOpenChange={(_event, { open }) => !open && onClose()}
      positioning={{ target: element, position: 'below', align: 'end' }}
    >
      <MenuPopover>
        <MenuList>
          {!isMine && (
            <MenuItem
              icon={<HandRight20Regular />}
              onClick={() => deed.mutate({ topic, deed: { kind: 'support', supports: !supports } })}
            >
              {t(supports ? 'hour.topic.supportNot' : 'hour.topic.support')}
            </MenuItem>
          )}
          {place > 1 && (
            <MenuItem icon={<ArrowUpload20Regular />} onClick={() => moveTo(0)}>
              {t('hour.topic.first')}
            </MenuItem>
          )}
          {place > 0 && (
            <MenuItem icon={<ArrowUp20Regular />} onClick={() => moveTo(place - 1)}>
              {t('hour.topic.up')}
            </MenuItem>
          )}
          {place < topics.length - 1 && (
            <MenuItem icon={<ArrowDown20Regular />} onClick={() => moveTo(place + 1)}>
              {t('hour.topic.down')}
            </MenuItem>
          )}
          <MenuItem icon={<DocumentText20Regular />} onClick={() => thatsStatus(topic)}>
            {t('hour.topic.status')}
          </MenuItem>
          {isMine && (
            <>
              <MenuDivider />
              <MenuItem icon={<Edit20Regular />} onClick={onReword}>
                {t('hour.topic.reword')}
              </MenuItem>
              <MenuItem icon={<Delete20Regular />} onClick={() => deed.mutate({ topic, deed: { kind: 'remove' } })}>
                {t('hour.topic.remove')}
              </MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function sorted({ topics }: HourView, order: readonly string[]): TopicView[] {
  const placeOf = ({ id }: TopicView) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...topics].sort((one, other) => placeOf(one) - placeOf(other));
}
