import { createRoot, type Root } from 'react-dom/client';
import { createQueryClient } from '../api/queryClient.ts';
import { loadText } from '../text/text.ts';
import { App } from './App.tsx';
import type { Boot } from './boot.ts';
import { sayWhetherFilesAreKept } from '../ui/handOver.ts';
import { lookOf } from '../ui/theme.ts';

/** Draws the page. What it will show is on its way already. */
export async function start(boot: Promise<Boot>): Promise<Root> {
  const begun = await boot;
  const seen = 'place' in begun ? begun.place : { locale: navigator.language, theme: 'light' as const };
  if ('place' in begun) sayWhetherFilesAreKept(begun.place.keepsFiles);
  const [text, look] = await Promise.all([loadText(seen.locale), lookOf(seen.theme)]);
  document.documentElement.lang = text.locale;
  document.documentElement.dir = text.dir;
  const root = createRoot(document.getElementById('root')!);
  root.render(<App begun={begun} text={text} look={look} queries={createQueryClient()} />);
  return root;
}
