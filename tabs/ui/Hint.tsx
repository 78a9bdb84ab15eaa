import { Tooltip } from '@fluentui/react-components';

type HintProps = { readonly target: Element; readonly text: string };

/** The name it shows is the button's own, so it is not read twice. */
export function Hint({ target, text }: HintProps) {
  return (
    <Tooltip
      visible
      withArrow
      relationship="inaccessible"
      content={text}
      positioning={{ target: target as HTMLElement, position: 'below' }}
    />
  );
}
