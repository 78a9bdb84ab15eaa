import type { HourMessenger, Target, Tick, Timer } from '../../bot/app/reminderPorts.ts';

/** For tests in which nothing is waited for: remembers who would be looked at, and wakes nobody. */
export function createStillTimer(): Timer & { readonly announced: Target[] } {
  const announced: Target[] = [];
  return {
    announced,
    async announce(target, now): Promise<Tick> {
      announced.push(target);
      return { target, plan: 'none', at: now };
    },
    async hurry() {},
    planned: async () => null,
    next: async () => true,
  };
}

/** A voice that nobody listens to. */
export const nobodysVoice: HourMessenger = {
  say: async () => ({ outcome: 'sent', post: null }),
  update: async () => 'sent',
};
