import type { GoalView } from '#contract/goal';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { Suspense, useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fluentPart } from '../ui/part.tsx';

const GoalMenu = fluentPart(async () => (await import('./GoalMenu.tsx')).GoalMenu);
const CloseGoal = fluentPart(async () => (await import('./CloseGoal.tsx')).CloseGoal);
const WhoSees = fluentPart(async () => (await import('./WhoSees.tsx')).WhoSees);

export type GoalDialog = 'reach' | 'drop' | 'whoSees';

/** Everything else that somebody can do with a goal of theirs. */
export function GoalMenuButton({ goal, isPage }: { goal: GoalView; isPage: boolean }) {
  const { t } = useText();
  const button = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [dialog, setDialog] = useState<GoalDialog | null>(null);

  const goBack = () => button.current?.querySelector('button')?.focus();
  function closeDialog() {
    setDialog(null);
    goBack();
  }

  return (
    <div ref={button}>
      <IconButton
        label={t('goals.menu', { goal: goal.title })}
        icon={<MoreHorizontal20Regular />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      <Suspense fallback={null}>
        {isOpen && (
          <GoalMenu
            goal={goal}
            isPage={isPage}
            target={button}
            onClose={() => {
              setIsOpen(false);
              goBack();
            }}
            onDialog={setDialog}
          />
        )}
        {(dialog === 'reach' || dialog === 'drop') && <CloseGoal goal={goal} as={dialog} onClose={closeDialog} />}
        {dialog === 'whoSees' && <WhoSees goal={goal} onClose={closeDialog} />}
      </Suspense>
    </div>
  );
}
