import { type Theme, teamsLightTheme } from '@fluentui/react-components';
import { createContext, useContext } from 'react';

export type ThemeName = 'light' | 'dark' | 'contrast';
export type Tokens = Readonly<Record<string, string | number>>;

/**
 * What the page can start with at once. In the build these are only the tokens that our own styles name, a fifth of all: what is
 * Fluent's own brings the rest along (`FluentRoom`).
 */
export const lightTokens: Tokens = teamsLightTheme;

const whole: Record<ThemeName, () => Promise<{ readonly theme: Theme }>> = {
  light: () => import('./themes/light.ts'),
  dark: () => import('./themes/dark.ts'),
  contrast: () => import('./themes/contrast.ts'),
};
const fetched = new Map<ThemeName, Promise<Theme>>();

/** All tokens of a theme, fetched once. */
export function wholeTheme(name: ThemeName): Promise<Theme> {
  const known = fetched.get(name) ?? whole[name]().then(({ theme }) => theme);
  fetched.set(name, known);
  return known;
}

/** A theme as the page shows it. Light is better than nothing when another one cannot be fetched. */
export type Look = { readonly name: ThemeName; readonly tokens: Tokens };

export async function lookOf(name: ThemeName): Promise<Look> {
  const theme = name === 'light' ? null : await wholeTheme(name).catch(() => null);
  return theme ? { name, tokens: theme } : { name: 'light', tokens: lightTokens };
}

export const ThemeContext = createContext<ThemeName>('light');

export const useThemeName = () => useContext(ThemeContext);
