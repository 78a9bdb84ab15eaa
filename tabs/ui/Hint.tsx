import { Tooltip } from '@fluentui/react-components';

type HintProps = { readonly target: Element; readonly text: string; readonly onHide: () => void };

/** The name it shows is the button's own, so it is not read twice. */
export function Hint({ target, text, onHide }: HintProps) {
  return (
    <Tooltip
      visible
      // By Escape, wherever the focus is.
      onVisibleChange={(_, { visible }) => !visible && onHide()}
      withArrow
      relationship="inaccessible"
      content={text}
      positioning={{ target: target as HTMLElement, position: 'below' }}
    />
  );
}
