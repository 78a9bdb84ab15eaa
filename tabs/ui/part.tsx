import { type ComponentType, lazy } from 'react';
import { moreWords } from '../text/text.ts';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** A part of the page that is fetched when it is needed, with the words that it speaks. */
export function part<Props extends object>(load: Load<Props>) {
  return lazy(async () => {
    const [Part] = await Promise.all([load(), moreWords()]);
    return { default: Part };
  });
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
