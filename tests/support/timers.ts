import type { PersonalMessage, PersonMessenger } from '../../bot/app/personalPorts.ts';
import type { TeamRecord } from '../../bot/app/ports.ts';
import type { HourMessenger, Outcome, Target, Tick, Timer } from '../../bot/app/reminderPorts.ts';

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

/** Everybody's ear: hears what is told to one person, and answers as a test wants it to. */
export function createEar() {
  const heard: PersonalMessage[] = [];
  const ear = {
    heard,
    outcome: 'sent' as Outcome['outcome'],
    async tell(_record: TeamRecord, message: PersonalMessage): Promise<Outcome> {
      heard.push(message);
      return ear.outcome === 'sent' ? { outcome: 'sent', post: null } : { outcome: ear.outcome };
    },
  };
  return ear satisfies PersonMessenger;
}
