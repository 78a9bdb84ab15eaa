import { app, chat } from '@microsoft/teams-js';

/** A chat beside the page, where Teams can; else Teams is led there. */
export async function openChat(link: string): Promise<void> {
  const user = new URL(link).searchParams.get('users');
  if (user && chat.isSupported()) await chat.openChat({ user });
  else await app.openLink(link);
}
