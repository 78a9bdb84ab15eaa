import { useEffect } from 'react';
import { useLocation } from 'wouter';

/**
 * Leaves a page that nothing was done on, by Escape as well as by its links: the keyboard comes back to what led here, once.
 * @returns what these links say about it
 */
export function useReturn(href: string, isBusy: boolean): { readonly leftPage: string } {
  const [leftPage, navigate] = useLocation();
  useEffect(() => {
    function leave({ key, defaultPrevented }: KeyboardEvent) {
      if (key === 'Escape' && !defaultPrevented && !isBusy) navigate(href, { state: { leftPage } });
    }
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [href, isBusy, leftPage, navigate]);
  return { leftPage };
}

/** For the link that leads to a page. */
export function focusAfter(page: string) {
  return (link: HTMLElement | null) => {
    const { leftPage } = (window.history.state ?? {}) as { leftPage?: string };
    if (!link || leftPage !== page) return;
    // Not again after a reload.
    window.history.replaceState(null, '');
    link.focus();
  };
}
