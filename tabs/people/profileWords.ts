import { fits, folded, profileLimits, tidyLine } from '#contract/limits';
import type { ProfileBody, ProfileView } from '#contract/profile';
import type { TextKey } from '../text/text.ts';

export const tagFields = ['canShow', 'wantsToLearn', 'strengths'] as const;
export type TagField = (typeof tagFields)[number];

/** A profile as it is being written. Half a working day is no hours yet, but must not be lost on the way. */
export type Words = {
  readonly role: string;
  readonly about: string;
  readonly howToWork: string;
  readonly pronouns: string;
  readonly timeZone: string;
  readonly hours: { readonly start: string; readonly end: string };
} & Readonly<Record<TagField, readonly string[]>>;

export type Field = keyof Words;
const fields = ['role', 'about', 'howToWork', 'pronouns', 'timeZone', 'hours', ...tagFields] as const;

export function wordsOf(profile: ProfileView): Words {
  const { role, about, howToWork, pronouns, timeZone, workingHours, canShow, wantsToLearn, strengths } = profile;
  const hours = { start: workingHours?.start ?? '', end: workingHours?.end ?? '' };
  return { role, about, howToWork, pronouns, timeZone, hours, canShow, wantsToLearn, strengths };
}

/** The wish for thanks is left out: it stays as it is, and is chosen in the settings. */
export function bodyOf({ hours, canShow, wantsToLearn, strengths, ...told }: Words): ProfileBody {
  return {
    ...told,
    workingHours: hours.start && hours.end ? hours : null,
    canShow: [...canShow],
    wantsToLearn: [...wantsToLearn],
    strengths: [...strengths],
  };
}

const isSame = (field: Field, one: Words, other: Words) => JSON.stringify(one[field]) === JSON.stringify(other[field]);

export const saysTheSame = (one: Words, other: Words) => fields.every((field) => isSame(field, one, other));

/** Where two versions say different things. */
export const differing = (one: Words, other: Words): readonly Field[] =>
  fields.filter((field) => !isSame(field, one, other));

/** What I touched stays as I typed it; everything else is as it is now, or saving mine would quietly undo the other. */
export function merged(mine: Words, base: Words, theirs: Words): Words {
  const untouched = fields.filter((field) => isSame(field, mine, base));
  return { ...mine, ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])) };
}

/** Adds what was typed, one or several with commas between; what is there already stays once. */
export function withTags(tags: readonly string[], typed: string): readonly string[] {
  const added = typed.split(',').map(tidyLine).filter(Boolean);
  return [...tags, ...added]
    .filter((tag, at, all) => all.findIndex((other) => folded(other) === folded(tag)) === at)
    .slice(0, profileLimits.tags);
}

export type Problems = Partial<Readonly<Record<Field, TextKey>>>;

/** What cannot be saved as it is. The service judges again: this only saves a way. */
export function problemsIn({ hours, ...words }: Words): Problems {
  const long = (['role', 'about', 'howToWork', 'pronouns'] as const).filter(
    (field) => !fits(words[field].trim(), profileLimits[field]),
  );
  const isHalf = Boolean(hours.start) !== Boolean(hours.end);
  const isTurned = !isHalf && hours.start !== '' && hours.start >= hours.end;
  return {
    ...Object.fromEntries(long.map((field) => [field, 'people.edit.tooLong'])),
    ...tagFields.reduce<Problems>((all, field) => {
      const isLong = words[field].some((tag) => !fits(tag, profileLimits.tagLength));
      return isLong ? { ...all, [field]: 'people.edit.tags.tooLong' } : all;
    }, {}),
    ...(isHalf && { hours: 'people.edit.hours.half' }),
    ...(isTurned && { hours: 'refusal.profile.hoursTurned' }),
  };
}
