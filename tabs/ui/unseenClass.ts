import { makeResetStyles } from '@fluentui/react-components';

/** For who listens: read aloud, not shown. */
export const useUnseenClass = makeResetStyles({
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
