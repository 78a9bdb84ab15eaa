import type { OccurrenceView } from '#contract/schedule';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { Suspense, useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fluentPart } from '../ui/part.tsx';

const HourMenu = fluentPart(async () => (await import('./HourMenu.tsx')).HourMenu);

/** Everything else that one can do with the hour. */
export function HourMenuButton({ next }: { next: OccurrenceView | undefined }) {
  const { t } = useText();
  const button = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div ref={button}>
      <IconButton
        label={t('hour.menu')}
        icon={<MoreHorizontal20Regular />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      <Suspense fallback={null}>
        {isOpen && (
          <HourMenu
            next={next}
            target={button}
            onClose={() => {
              setIsOpen(false);
              button.current?.querySelector('button')?.focus();
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
