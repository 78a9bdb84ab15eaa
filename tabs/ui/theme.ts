import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { createContext, useContext } from 'react';

export type ThemeName = 'light' | 'dark' | 'contrast';

/**
 * The colours and sizes of each theme. In the build these are only the tokens that our own styles name, a fifth of all: what is
 * Fluent's own brings the rest along (`FluentRoom`).
 */
export const themes: Record<ThemeName, Readonly<Record<string, string | number>>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export const ThemeContext = createContext<ThemeName>('light');

export const useThemeName = () => useContext(ThemeContext);
