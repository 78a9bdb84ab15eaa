import { chromium } from 'playwright-core';
import { findChromium } from './support/chromium.ts';

const npmHasOneForUs = process.platform === 'linux' && process.arch === 'x64';

test('the browser that npm brings shows a page with its words, whatever the system lacks', async () => {
  if (!npmHasOneForUs) {
    await expect(findChromium('npm')).rejects.toThrow('These tests need a Chromium');
    return;
  }
  const { executablePath, args, env } = await findChromium('npm');

  const browser = await chromium.launch({ executablePath, args: [...args], env: { ...env } });
  const page = await browser.newPage();
  await page.setContent('<span>Thank you</span>');
  const box = await page.locator('span').boundingBox();
  await browser.close();

  // Without fonts the page would be there, and its words would have no width.
  expect(box?.width).toBeGreaterThan(20);
});

test('a browser that was chosen and is not there is an error, never another browser', async () => {
  await expect(findChromium('/nowhere/chromium')).rejects.toThrow('CHROME_PATH names /nowhere/chromium');
});
