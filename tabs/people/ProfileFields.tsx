import { profileLimits } from '#contract/limits';
import type { ReactNode } from 'react';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { LineField } from '../ui/LineField.tsx';
import { useMinute } from '../ui/useMinute.ts';
import { WordsField } from '../ui/WordsField.tsx';
import { HoursField } from './HoursField.tsx';
import { OtherVersion } from './OtherVersion.tsx';
import { type Field, type problemsIn, tagFields, type Words } from './profileWords.ts';
import { TagsField } from './TagsField.tsx';
import { useTagSuggestions } from './useTagSuggestions.ts';
import { ZoneField } from './ZoneField.tsx';

const labels = {
  role: 'people.edit.role',
  about: 'people.person.aboutMe',
  howToWork: 'people.person.howToWork',
  pronouns: 'people.edit.pronouns',
  timeZone: 'people.edit.zone',
  hours: 'people.person.hours',
  canShow: 'people.person.canShow',
  wantsToLearn: 'people.person.wantsToLearn',
  strengths: 'people.person.strengths',
} satisfies Record<Field, TextKey>;

const tagHints = {
  canShow: 'people.edit.canShow.hint',
  wantsToLearn: 'people.edit.wantsToLearn.hint',
  strengths: 'people.edit.strengths.hint',
} satisfies Record<(typeof tagFields)[number], TextKey>;

export type ProfileFieldsProps = {
  words: Words;
  problems: ReturnType<typeof problemsIn>;
  /** What was saved elsewhere meanwhile, and in which fields it says something else. */
  theirs: Words | null;
  others: readonly Field[];
  audience: string;
  onChange: (edit: Partial<Words>) => void;
};

/** Every field of a profile, each with what stands elsewhere below it. */
export function ProfileFields({ words, problems, theirs, others, audience, onChange }: ProfileFieldsProps) {
  const { t } = useText();
  const now = useMinute();
  const suggestions = useTagSuggestions();

  const beside = (field: Field, children: ReactNode) => (
    <OtherVersion
      field={field}
      label={t(labels[field])}
      other={others.includes(field) ? theirs : null}
      onTake={() => onChange({ [field]: theirs![field] })}
    >
      {children}
    </OtherVersion>
  );

  return (
    <>
      {beside(
        'role',
        <LineField
          label={t(labels.role)}
          hint={t('people.edit.role.hint')}
          audience={audience}
          limit={profileLimits.role}
          value={words.role}
          onChange={(role) => onChange({ role })}
        />,
      )}
      {beside(
        'about',
        <WordsField
          lines={3}
          label={t(labels.about)}
          audience={audience}
          limit={profileLimits.about}
          value={words.about}
          onChange={(about) => onChange({ about })}
        />,
      )}
      {beside(
        'howToWork',
        <WordsField
          lines={3}
          label={t(labels.howToWork)}
          hint={t('people.edit.howToWork.hint')}
          audience={audience}
          limit={profileLimits.howToWork}
          value={words.howToWork}
          onChange={(howToWork) => onChange({ howToWork })}
        />,
      )}
      {beside(
        'pronouns',
        <LineField
          label={t(labels.pronouns)}
          audience={audience}
          limit={profileLimits.pronouns}
          value={words.pronouns}
          onChange={(pronouns) => onChange({ pronouns })}
        />,
      )}
      {beside(
        'timeZone',
        <ZoneField
          label={t(labels.timeZone)}
          audience={audience}
          now={now}
          zone={words.timeZone}
          onChange={(timeZone) => onChange({ timeZone })}
        />,
      )}
      {beside(
        'hours',
        <HoursField
          label={t(labels.hours)}
          audience={audience}
          hours={words.hours}
          onChange={(hours) => onChange({ hours })}
          problem={problems.hours ? t(problems.hours) : null}
        />,
      )}
      {tagFields.map((field) => (
        <div key={field}>
          {beside(
            field,
            <TagsField
              label={t(labels[field])}
              hint={t(tagHints[field])}
              audience={audience}
              areWishes={field === 'wantsToLearn'}
              tags={words[field]}
              onChange={(tags) => onChange({ [field]: tags })}
              suggestions={suggestions[field]}
              problem={problems[field] ? t(problems[field]) : null}
            />,
          )}
        </div>
      ))}
    </>
  );
}
