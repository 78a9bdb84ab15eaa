import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../text/useText.ts';
import { type ThemeName, useThemeName } from './theme.ts';

const useStyles = makeStyles({
  // The room has no box of its own: what stands in it is laid out by what stands around it.
  room: { display: 'contents' },
});

const themes = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
} satisfies Record<ThemeName, object>;

/** Where Fluent's bigger components live: dialogs, menus, fields. Fetched with the first of them. */
export function FluentRoom({ children }: { children: ReactNode }) {
  const { dir } = useText();
  return (
    <FluentProvider theme={themes[useThemeName()]} dir={dir} className={useStyles().room}>
      {children}
    </FluentProvider>
  );
}
