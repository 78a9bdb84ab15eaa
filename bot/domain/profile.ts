import { Refusal } from './refusal.ts';

/** How somebody likes to be thanked, loudest first. */
export const wishes = ['channel', 'hour', 'private', 'no'] as const;
export type Wish = (typeof wishes)[number];

/** What a member tells this team about themselves. Everything is optional; empty means not told. */
export type Profile = {
  /** What they do, in their own words: Teams tells apps no job title without consent of the whole tenant. */
  readonly role: string;
  readonly about: string;
  readonly howToWork: string;
  readonly pronouns: string;
  /** IANA zone, or empty. */
  readonly timeZone: string;
  /** Wall times `HH:mm` in that zone. */
  readonly workingHours: { readonly start: string; readonly end: string } | null;
  readonly strengths: readonly string[];
  readonly canShow: readonly string[];
  readonly wantsToLearn: readonly string[];
  /** Nobody else is ever shown this; it is obeyed. No wish set means in the channel. */
  readonly thankMe: Wish;
};

export const profileLimits = {
  role: 80,
  about: 600,
  howToWork: 600,
  pronouns: 40,
  tags: 8,
  tagLength: 40,
  timeZone: 64,
} as const;

export const emptyProfile: Profile = {
  role: '',
  about: '',
  howToWork: '',
  pronouns: '',
  timeZone: '',
  workingHours: null,
  strengths: [],
  canShow: [],
  wantsToLearn: [],
  thankMe: 'channel',
};

/** Zones are checked by construction, never by comparing names: the same place is spelled differently by different platforms. */
export function editProfile(edit: Profile): Profile {
  if (edit.timeZone && !isZone(edit.timeZone)) throw new Refusal('profile.unknownZone');
  if (edit.workingHours && edit.workingHours.start >= edit.workingHours.end) throw new Refusal('profile.hoursTurned');
  return edit;
}

/** When recipients differ, the quietest wish wins. */
export function quietest(all: readonly Wish[]): Wish {
  return all.reduce((quiet, wish) => (wishes.indexOf(wish) > wishes.indexOf(quiet) ? wish : quiet), 'channel');
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false; // A RangeError is how Intl says "no such zone".
  }
}

/** Whether two profiles say the same, whatever they were put together from. */
export function saysTheSame(one: Profile, other: Profile): boolean {
  const parts = Object.keys(emptyProfile) as (keyof Profile)[];
  return parts.every((part) => JSON.stringify(one[part]) === JSON.stringify(other[part]));
}
