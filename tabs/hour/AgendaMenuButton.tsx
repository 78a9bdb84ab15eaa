import type { HourView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../text/useText.ts';
import { useMenuPlace } from '../ui/MenuButton.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { fluentPart } from '../ui/part.tsx';
import { type HourTask, useHourActs } from './useHourActs.tsx';

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
  const place = useMenuPlace();
  const [task, setTask] = useState<HourTask | null>(null);
  const acts = useHourActs(hour, setTask);
  const Task = task && tasks[task];
  return (
    <MoreButton place={place} className={styles.menu} label={t('hour.menu')} acts={acts}>
      {Task && (
        <Task
          hour={hour}
          onClose={() => {
            setTask(null);
            place.goBack();
          }}
        />
      )}
    </MoreButton>
  );
}
