import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fluentPart } from '../ui/part.tsx';
import { Door, useIsOpen } from './Door.tsx';
import { doors } from './doors.ts';

const MoreDoors = fluentPart(async () => (await import('./MoreDoors.tsx')).MoreDoors);

// One line of what fits; the rest is on lines below, where it is neither seen nor reached.
const useLineClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: tokens.spacingHorizontalS,
  height: '32px',
  minWidth: 0,
  // Room for the ring around the door that has the focus.
  margin: '-2px',
  padding: '2px',
  overflow: 'hidden',
  '@media (max-width: 639px)': { columnGap: tokens.spacingHorizontalXS },
});

const useStyles = makeStyles({
  // Where even the first does not fit, it is the menu that is left.
  outside: { visibility: 'hidden' },
  more: { display: 'flex' },
});

/** As many doors as stand beside each other; the others in a menu, fetched when there are any. */
export function Doors() {
  const lineClass = useLineClass();
  const styles = useStyles();
  const { t } = useText();
  const isOpen = useIsOpen();
  const line = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<number>(doors.length);
  const [isChoosing, setIsChoosing] = useState(false);

  useEffect(() => {
    const room = line.current!;
    const watch = new ResizeObserver(() => {
      const all = [...room.children] as HTMLElement[];
      setFit(all.filter(({ offsetTop }) => offsetTop === all[0]!.offsetTop).length);
    });
    watch.observe(room);
    return () => watch.disconnect();
  }, []);

  const outside = doors.slice(fit);
  return (
    <>
      <div ref={line} className={lineClass}>
        {doors.map(({ path, name }, at) => (
          <Door key={path} to={path} className={mergeClasses(at >= fit && styles.outside)}>
            {t(name)}
          </Door>
        ))}
      </div>
      {outside.length > 0 && (
        <div ref={more} className={styles.more}>
          <IconButton
            label={t('shell.more')}
            icon={<MoreHorizontal20Regular />}
            aria-haspopup="menu"
            aria-expanded={isChoosing}
            aria-current={outside.some(({ path }) => isOpen(path)) ? 'page' : undefined}
            onClick={() => setIsChoosing(true)}
          />
          <Suspense fallback={null}>
            {isChoosing && (
              <MoreDoors
                doors={outside}
                target={more}
                onClose={() => {
                  setIsChoosing(false);
                  more.current?.querySelector('button')?.focus();
                }}
              />
            )}
          </Suspense>
        </div>
      )}
    </>
  );
}
