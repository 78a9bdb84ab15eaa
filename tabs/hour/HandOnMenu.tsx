import type { HourView } from '#contract/hour';
import { makeStyles, Menu, MenuItem, MenuList, MenuPopover, useAnnounce } from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { useArrange } from './hourQueries.ts';

const useStyles = makeStyles({
  popover: { maxHeight: '320px', overflowY: 'auto' },
});

type HandOnMenuProps = {
  readonly hour: HourView;
  readonly role: 'facilitator' | 'spotlight';
  readonly target: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** To whom it is handed on: me first, then the others who can come. */
export function HandOnMenu({ hour, role, target, onClose }: HandOnMenuProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const { me, members } = useTeam();
  const calling = useCalling();
  const { announce } = useAnnounce();
  const [element] = useState(() => target.current);
  const arrange = useArrange(hour.date);
  const away = new Set(hour.away.map(({ id }) => id));
  const others = members
    .filter(({ id }) => id !== hour[role]?.id && !away.has(id))
    .sort((one, other) => one.name.localeCompare(other.name, locale));

  function handOn(person: { id: string; name: string } | null) {
    const edit =
      role === 'facilitator' ? (person ? { facilitator: person.id } : {}) : { spotlight: person?.id ?? null };
    arrange.mutate(
      { edit, isPlain: true, preview: (known) => ({ ...known, [role]: person }) },
      { onError: (trouble) => announce(t(sentenceFor(codeOf(trouble)))) },
    );
  }

  return (
    <Menu
      inline
      open
      onOpenChange={(_event, { open }) => !open && onClose()}
      positioning={{ target: element, position: 'below', align: 'start' }}
    >
      <MenuPopover className={styles.popover}>
        <MenuList>
          {calling.meFirst(others).map((person) => (
            <MenuItem
              key={person.id}
              icon={<Face person={person} size={20} />}
              onClick={() => handOn({ id: person.id, name: person.name })}
            >
              {person.id === me.id ? t('hour.roles.toMe') : person.name}
            </MenuItem>
          ))}
          {role === 'spotlight' && hour.spotlight && (
            <MenuItem onClick={() => handOn(null)}>{t('hour.roles.toNobody')}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
