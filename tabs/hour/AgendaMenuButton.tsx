import type { HourView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { Suspense, useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fluentPart } from '../ui/part.tsx';
import { type HourTask, useHourActs } from './useHourActs.tsx';

const ActMenu = fluentPart(async () => (await import('../ui/ActMenu.tsx')).ActMenu);
const MoveHour = fluentPart(async () => (await import('./MoveHour.tsx')).MoveHour);
const SkipHour = fluentPart(async () => (await import('./SkipHour.tsx')).SkipHour);
const PlanDialog = fluentPart(async () => (await import('./PlanDialog.tsx')).PlanDialog);

const tasks = { move: MoveHour, skip: SkipHour, plan: PlanDialog };

const useStyles = makeStyles({
  // Above what comes after it.
  menu: { position: 'relative', zIndex: 1, marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
});

/** Everything else that one can do with the hour. */
export function AgendaMenuButton({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const { t } = useText();
  const button = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [task, setTask] = useState<HourTask | null>(null);
  const goBack = () => button.current?.querySelector('button')?.focus();
  const acts = useHourActs(hour, setTask);
  const Task = task && tasks[task];
  return (
    <div ref={button} className={styles.menu}>
      <IconButton
        label={t('hour.menu')}
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
        {Task && (
          <Task
            hour={hour}
            onClose={() => {
              setTask(null);
              goBack();
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
