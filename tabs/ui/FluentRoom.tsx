import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, use, useDeferredValue } from 'react';
import { useText } from '../text/useText.ts';
import { useThemeName, wholeTheme } from './theme.ts';

const useStyles = makeStyles({
  // Fluent says `left` there, whichever way the room is read.
  room: { textAlign: 'start' },
});

// The room has no box of its own: what stands in it is laid out by what stands around it. Not in its class, which Fluent also
// gives to what lies above the page: that would lose its box as well, and the page would show through it.
const noBox = { display: 'contents' };

/** Where Fluent's bigger components live: dialogs, menus, fields. Fetched with the first of them, and so are all tokens. */
export function FluentRoom({ children }: { children: ReactNode }) {
  const { dir } = useText();
  // While another theme is on its way, the one that is there stays: nothing that is open may vanish.
  const theme = use(wholeTheme(useDeferredValue(useThemeName())));
  return (
    <FluentProvider theme={theme} dir={dir} className={useStyles().room} style={noBox}>
      {children}
    </FluentProvider>
  );
}
