import { createDOMRenderer, makeResetStyles, RendererProvider, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { type Look, ThemeContext } from './theme.ts';

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

// Fluent's dialogs stop the page from scrolling and leave the scrollbar's place empty, a white strip beside the dimmed page. Here
// the page takes that place, and its middle stays where it was, because it leaves as much room on the other side.
const steady =
  '@media (min-width:1184px){body{margin-inline-start:calc(100vw - 100%)}}html:root{scrollbar-gutter:auto}';

/** What everything stands on: the canvas, the theme as CSS variables, and a place for styles. */
export function Ground({ look: { name, tokens: values }, children }: { look: Look; children: ReactNode }) {
  // Scrollbars and the browser's own lists follow the theme, too.
  const scheme = `color-scheme:${name === 'light' ? 'light' : 'dark'};background:var(--colorNeutralBackground3);`;
  const variables = useMemo(() => Object.entries(values).map(([token, value]) => `--${token}:${value};`), [values]);
  return (
    <RendererProvider renderer={renderer}>
      <style nonce={nonce}>{`:root{${scheme}${variables.join('')}}${steady}`}</style>
      <ThemeContext value={name}>
        <Canvas>{children}</Canvas>
      </ThemeContext>
    </RendererProvider>
  );
}

function Canvas({ children }: { children: ReactNode }) {
  return <div className={useGroundClass()}>{children}</div>;
}
