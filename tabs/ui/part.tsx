import { type ComponentType, lazy } from 'react';
import { moreWords } from '../text/text.ts';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** A part of the page that is fetched when it is needed, with the words that it speaks. */
export function part<Props extends object>(load: Load<Props>) {
  const fetch = async () => {
    const [Part] = await Promise.all([load(), moreWords()]);
    return { default: Part };
  };
  /** `fetch` brings it before it is needed. */
  return Object.assign(lazy(fetch), { fetch: () => void fetch().catch(() => undefined) }); // When needed, it is asked for again.
}

/** The same for what is made of Fluent's bigger components. */
export function fluentPart<Props extends object>(load: Load<Props>) {
  return part<Props>(async () => {
    const [Part, { FluentRoom }] = await Promise.all([load(), import('./FluentRoom.tsx')]);
    return (props) => (
      <FluentRoom>
        <Part {...props} />
      </FluentRoom>
    );
  });
}

/** When the browser has nothing else to do. Browsers that cannot tell do without. */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) return () => undefined;
  const wish = window.requestIdleCallback(work, { timeout: 10_000 });
  return () => window.cancelIdleCallback(wish);
}
