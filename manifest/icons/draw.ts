/* Draws the two icons that Teams wants as PNG: `npx tsx manifest/icons/draw.ts` after changing an SVG. */
import { readFile, writeFile } from 'node:fs/promises';
import { launchBrowser } from '../../tests/support/chromium.ts';

const icons = [
  { name: 'color', side: 192 },
  { name: 'outline', side: 32 },
];

const browser = await launchBrowser();
for (const { name, side } of icons) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8');
  await page.setContent(`<body style="margin: 0">${svg.replace('<svg', '<svg style="display: block"')}</body>`);
  await writeFile(new URL(`../${name}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();
