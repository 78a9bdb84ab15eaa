import { type FocusEvent, type KeyboardEvent, type PointerEvent, Suspense, useState } from 'react';
import { fluentPart } from './part.tsx';

const Hint = fluentPart(async () => (await import('./Hint.tsx')).Hint);

/** What is only a picture says its name to whoever points at it or comes to it by keyboard. Fetched when the first one does. */
export function useHint(text: string) {
  const [target, setTarget] = useState<Element | null>(null);
  const hide = () => setTarget(null);
  return {
    met: {
      onPointerEnter: ({ pointerType, currentTarget }: PointerEvent) =>
        setTarget(pointerType === 'mouse' ? currentTarget : null),
      onPointerLeave: hide,
      onPointerDown: hide,
      onFocus: ({ currentTarget }: FocusEvent) =>
        setTarget(currentTarget.matches(':focus-visible') ? currentTarget : null),
      onBlur: hide,
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === 'Escape') hide();
      },
    },
    hint: <Suspense fallback={null}>{target && <Hint target={target} text={text} onHide={hide} />}</Suspense>,
  };
}
