import { type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import type { Act } from './ActMenu.tsx';
import { fluentPart } from './part.tsx';

const ActMenu = fluentPart(async () => (await import('./ActMenu.tsx')).ActMenu);

type Opens = {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
};

export type MenuPlace = { readonly box: RefObject<HTMLDivElement | null>; readonly goBack: () => void };

/** Where a button with a menu stands, and the keyboard's way back to it when what was opened there has closed. */
export function useMenuPlace(): MenuPlace {
  const box = useRef<HTMLDivElement>(null);
  return { box, goBack: () => box.current?.querySelector('button')?.focus() };
}

type MenuButtonProps = {
  readonly place: MenuPlace;
  readonly acts: readonly Act[];
  readonly className?: string | undefined;
  readonly button: (opens: Opens) => ReactNode;
  /** What an act of it has opened. */
  readonly children?: ReactNode;
};

/** A button that opens what one can do with the thing beside it. */
export function MenuButton({ place: { box, goBack }, acts, className, button, children }: MenuButtonProps) {
  const [isOpen, setIsOpen] = useState(false);

  function close() {
    setIsOpen(false);
    goBack();
  }

  return (
    <div ref={box} className={className}>
      {button({ 'aria-haspopup': 'menu', 'aria-expanded': isOpen, onClick: () => setIsOpen(true) })}
      <Suspense fallback={null}>
        {isOpen && <ActMenu acts={acts} target={box} onClose={close} />}
        {children}
      </Suspense>
    </div>
  );
}
