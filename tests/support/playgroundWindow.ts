import type { Browser, Locator, Page } from 'playwright-core';

type Playground = { readonly browser: Browser; readonly playgroundUrl: string };

/** The Playground's own window, in the channel of the team. */
export async function openChannel(world: Playground): Promise<Page> {
  const window = await openPlayground(world);
  await toChannel(window);
  return window;
}

/** The same, in the chat with the bot. */
export async function openPersonalChat(world: Playground): Promise<Page> {
  const window = await openPlayground(world);
  await toPersonalChat(window);
  return window;
}

async function openPlayground({ browser, playgroundUrl }: Playground): Promise<Page> {
  const window = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
  await window.goto(playgroundUrl);
  // It begins in the personal chat, and goes back there once it has reached the bot, whatever was chosen before.
  await window.getByText('Connected.').first().waitFor();
  return window;
}

export async function toChannel(window: Page): Promise<void> {
  await window.getByText('General', { exact: true }).click();
  await window.getByText('Start a new post').waitFor();
}

export async function toPersonalChat(window: Page): Promise<void> {
  await window.getByText('Personal Chat', { exact: true }).click();
  await window.getByText('Start a new post').waitFor({ state: 'hidden' });
}

/** In the chat with the bot. */
export async function write(window: Page, words: string): Promise<void> {
  // The fields of cards stand above it.
  await window.getByRole('textbox').last().fill(words);
  await window.keyboard.press('Enter');
}

/** Opens the dialog of a command, as from the message box: from a card the Playground opens none. */
export async function openDialog(window: Page, command: string): Promise<Locator> {
  await window.locator('button[aria-haspopup=menu]').last().click();
  await window.getByRole('menuitem').filter({ hasText: 'Action Command' }).click();
  await window.getByPlaceholder('Input command id').fill(command);
  await window.getByRole('button', { name: 'Create' }).click();
  return window.getByRole('dialog');
}
