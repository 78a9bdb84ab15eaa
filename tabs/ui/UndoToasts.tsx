import { Toast, Toaster, ToastTitle, ToastTrigger, useId, useToastController } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useText } from '../text/useText.ts';
import type { Offer } from './Undo.tsx';
import { Button } from './Button.tsx';

type UndoToastsProps = { readonly offers: readonly Offer[]; readonly onUndo: (id: string) => void };

/** What Fluent shows of the offers. The time runs outside, so that an offer holds even if this part never arrives. */
export function UndoToasts({ offers, onUndo }: UndoToastsProps) {
  const toasterId = useId('undo');
  const { dispatchToast, dismissToast } = useToastController(toasterId);
  const { t } = useText();
  const shown = useRef(new Set<string>());

  useEffect(() => {
    for (const { id, said } of offers) {
      if (shown.current.has(id)) continue;
      shown.current.add(id);
      const undo = (
        <ToastTrigger>
          <Button size="small" ref={focusQuietly} onClick={() => onUndo(id)}>
            {t('kudos.undo')}
          </Button>
        </ToastTrigger>
      );
      dispatchToast(
        <Toast>
          <ToastTitle media={null} action={undo}>
            {said}
          </ToastTitle>
        </Toast>,
        { toastId: id, timeout: -1, politeness: 'polite' },
      );
    }
    for (const id of shown.current) if (!offers.some((offer) => offer.id === id)) dismissToast(id);
  }, [offers, dispatchToast, dismissToast, onUndo, t]);

  return <Toaster toasterId={toasterId} position="bottom" />;
}

/** The keyboard is where the next thing to do is. Without scrolling: the toast is still on its way in. */
const focusQuietly = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true });
