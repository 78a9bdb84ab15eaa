import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, use, useDeferredValue } from 'react';
import { useText } from '../text/useText.ts';
import { useThemeName, wholeTheme } from './theme.ts';

const useStyles = makeStyles({
  // The room has no box of its own: what stands in it is laid out by what stands around it.
  // Fluent says `left` there, whichever way the room is read.
  room: { display: 'contents', textAlign: 'start' },
});

/** Where Fluent's bigger components live: dialogs, menus, fields. Fetched with the first of them, and so are all tokens. */
export function FluentRoom({ children }: { children: ReactNode }) {
  const { dir } = useText();
  // While another theme is on its way, the one that is there stays: nothing that is open may vanish.
  const theme = use(wholeTheme(useDeferredValue(useThemeName())));
  return (
    <FluentProvider theme={theme} dir={dir} className={useStyles().room}>
      {children}
    </FluentProvider>
  );
}
