import { profileLimits } from '#contract/limits';
import type { ProfileView } from '#contract/profile';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Answer } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { readProfile } from '../api/profile.ts';
import { useTeam } from '../api/team.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { LineField } from '../ui/LineField.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useMinute } from '../ui/useMinute.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { WordsField } from '../ui/WordsField.tsx';
import { HoursField } from './HoursField.tsx';
import { OtherVersion } from './OtherVersion.tsx';
import { useSaveProfile } from './peopleQueries.ts';
import { type Draft, dropDraft, keepDraft, keptDraft } from './profileDraft.ts';
import { ProfileTrouble } from './ProfileTrouble.tsx';
import {
  bodyOf,
  differing,
  type Field,
  merged,
  problemsIn,
  saysTheSame,
  tagFields,
  type Words,
  wordsOf,
} from './profileWords.ts';
import { TagsField } from './TagsField.tsx';
import { TakeOver } from './TakeOver.tsx';
import { useOfferUndo } from './useOfferUndo.ts';
import { useTagSuggestions } from './useTagSuggestions.ts';
import { ZoneField } from './ZoneField.tsx';

const useColumnsClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 640px) minmax(0, 1fr)',
  columnGap: '56px',
  rowGap: tokens.spacingVerticalXXL,
  alignItems: 'start',
  '@media (max-width: 959px)': { gridTemplateColumns: 'minmax(0, 640px)' },
});

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
  draft: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlockStart: tokens.spacingVerticalL,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
  why: { flexBasis: '100%', margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  aside: { display: 'grid', rowGap: tokens.spacingVerticalM },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '60ch', color: tokens.colorNeutralForeground2 },
});

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

const draftOf = ({ body, version }: Answer<ProfileView>): Draft => ({
  words: wordsOf(body),
  base: wordsOf(body),
  version,
});

/** Everything is optional. What is typed stays, whatever happens to the saving of it. */
export function ProfileEditor({ saved }: { saved: Answer<ProfileView> }) {
  const columnsClass = useColumnsClass();
  const linkClass = useLinkClass();
  const styles = useStyles();
  const { t } = useText();
  const { team, me, members } = useTeam();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const now = useMinute();
  const [kept] = useState(() => keptDraft(team.id, me.id));
  const [draft, setDraft] = useState<Draft>(() => kept ?? draftOf(saved));
  const [showsKept, setShowsKept] = useState(kept !== null);
  const [theirs, setTheirs] = useState<Words | null>(null);
  const suggestions = useTagSuggestions();
  const save = useSaveProfile();
  const offerUndo = useOfferUndo();
  const why = useId();

  const { words, base } = draft;
  const problems = problemsIn(words);
  const isUnchanged = saysTheSame(words, base);
  const others = theirs ? differing(words, theirs) : [];
  const reason: TextKey | null = save.isPending
    ? 'people.edit.saving'
    : isUnchanged
      ? 'people.edit.unchanged'
      : Object.keys(problems).length > 0
        ? 'people.edit.notYet'
        : null;
  const audience = t('audience.team', { count: members.length, team: team.name });

  function keep(next: Draft) {
    setDraft(next);
    if (saysTheSame(next.words, next.base)) dropDraft(team.id, me.id);
    else keepDraft(team.id, me.id, next);
    if (save.isError) save.reset();
  }

  const change = (edit: Partial<Words>) => keep({ ...draft, words: { ...words, ...edit } });

  function show(fresh: Draft) {
    setShowsKept(false);
    setTheirs(null);
    keep(fresh);
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (reason) return;
    save.mutate(
      { body: bodyOf(words), version: draft.version },
      {
        onSuccess: (answer) => {
          dropDraft(team.id, me.id);
          offerUndo(base, answer);
          navigate(link('/people/me'));
        },
        onError: async (trouble) => {
          if (codeOf(trouble) !== 'version.stale') return;
          const other = await readProfile(team.id);
          const latest = wordsOf(other.body);
          setTheirs(latest);
          keep({ words: merged(words, base, latest), base: latest, version: other.version });
        },
      },
    );
  }

  const beside = (field: Field, children: ReactNode) => (
    <OtherVersion
      field={field}
      label={t(labels[field])}
      other={others.includes(field) ? theirs : null}
      onTake={() => change({ [field]: theirs![field] })}
    >
      {children}
    </OtherVersion>
  );

  return (
    <div className={columnsClass}>
      <Sheet roomy>
        <form className={styles.form} onSubmit={handleSubmit} noValidate>
          {showsKept && !isUnchanged && (
            <p className={styles.draft}>
              {t('people.edit.draft')}
              <Button size="small" appearance="subtle" onClick={() => show(draftOf(saved))}>
                {t('people.edit.draft.fresh')}
              </Button>
            </p>
          )}
          <TakeOver words={words} onFill={change} />
          {beside(
            'role',
            <LineField
              label={t(labels.role)}
              hint={t('people.edit.role.hint')}
              audience={audience}
              limit={profileLimits.role}
              value={words.role}
              onChange={(role) => change({ role })}
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
              onChange={(about) => change({ about })}
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
              onChange={(howToWork) => change({ howToWork })}
            />,
          )}
          {beside(
            'pronouns',
            <LineField
              label={t(labels.pronouns)}
              audience={audience}
              limit={profileLimits.pronouns}
              value={words.pronouns}
              onChange={(pronouns) => change({ pronouns })}
            />,
          )}
          {beside(
            'timeZone',
            <ZoneField
              label={t(labels.timeZone)}
              audience={audience}
              now={now}
              zone={words.timeZone}
              onChange={(timeZone) => change({ timeZone })}
            />,
          )}
          {beside(
            'hours',
            <HoursField
              label={t(labels.hours)}
              audience={audience}
              hours={words.hours}
              onChange={(hours) => change({ hours })}
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
                  onChange={(tags) => change({ [field]: tags })}
                  suggestions={suggestions[field]}
                  problem={problems[field] ? t(problems[field]) : null}
                />,
              )}
            </div>
          ))}
          <ProfileTrouble
            trouble={save.error}
            isConflict={theirs !== null}
            areDifferent={others.length > 0}
            onTakeAll={() => change(theirs!)}
          />
          <footer className={styles.foot}>
            <Audience>{audience}</Audience>
            <div className={styles.actions}>
              <Button onClick={() => navigate(link('/people/me'))}>{t('people.edit.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={reason !== null} aria-describedby={why}>
                {t('people.edit.save')}
              </Button>
            </div>
            <p id={why} role="status" className={styles.why}>
              {reason && t(reason)}
            </p>
          </footer>
        </form>
      </Sheet>
      <aside className={styles.aside}>
        <h2 className={styles.heading}>{t('people.edit.aside')}</h2>
        <p className={styles.text}>{t('people.edit.aside.optional')}</p>
        <p className={styles.text}>{t('people.edit.aside.name')}</p>
        <p className={styles.text}>
          {t('people.edit.aside.thankMe')}{' '}
          <Link className={linkClass} href={link('/settings')}>
            {t('people.edit.aside.settings')}
          </Link>
        </p>
      </aside>
    </div>
  );
}
