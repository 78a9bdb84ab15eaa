import { createDOMRenderer, makeResetStyles, RendererProvider, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { ThemeContext, type ThemeName, themes } from './theme.ts';

const useGroundClass = makeResetStyles({
  minHeight: '100vh',
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground1,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  // Words of people may be anything; nothing may ever make the page scroll sideways.
  overflowWrap: 'anywhere',
});

// The page's policy allows only styles that carry this; the service fills it into a meta tag.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});

/** What everything stands on: the canvas, the theme as CSS variables, and a place for styles. */
export function Ground({ theme, children }: { theme: ThemeName; children: ReactNode }) {
  const variables = useMemo(() => Object.entries(themes[theme]).map(([name, value]) => `--${name}:${value};`), [theme]);
  return (
    <RendererProvider renderer={renderer}>
      {/* Scrollbars and the browser's own lists follow the theme, too. */}
      <style
        nonce={nonce}
      >{`:root{color-scheme:${theme === 'light' ? 'light' : 'dark'};background:var(--colorNeutralBackground3);${variables.join('')}}`}</style>
      <ThemeContext value={theme}>
        <Canvas>{children}</Canvas>
      </ThemeContext>
    </RendererProvider>
  );
}

function Canvas({ children }: { children: ReactNode }) {
  return <div className={useGroundClass()}>{children}</div>;
}
