import type { ProfileView } from '#contract/profile';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import type { Answer } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { readProfile } from '../api/profile.ts';
import { useTeam } from '../api/team.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useSaveProfile } from './peopleQueries.ts';
import { ProfileAside } from './ProfileAside.tsx';
import { type Draft, dropDraft, keepDraft, keptDraft } from './profileDraft.ts';
import { ProfileFields } from './ProfileFields.tsx';
import { ProfileTrouble } from './ProfileTrouble.tsx';
import { bodyOf, differing, merged, problemsIn, saysTheSame, type Words, wordsOf } from './profileWords.ts';
import { TakeOver } from './TakeOver.tsx';
import { useOfferUndo } from './useOfferUndo.ts';

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
});

const draftOf = ({ body, version }: Answer<ProfileView>): Draft => ({
  words: wordsOf(body),
  base: wordsOf(body),
  version,
});

/** Everything is optional. What is typed stays, whatever happens to the saving of it. */
export function ProfileEditor({ saved }: { saved: Answer<ProfileView> }) {
  const columnsClass = useColumnsClass();
  const styles = useStyles();
  const { t } = useText();
  const { team, me, members } = useTeam();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const [kept] = useState(() => keptDraft(team.id, me.id));
  const [draft, setDraft] = useState<Draft>(() => kept ?? draftOf(saved));
  const [showsKept, setShowsKept] = useState(kept !== null);
  const [theirs, setTheirs] = useState<Words | null>(null);
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
          <ProfileFields
            words={words}
            problems={problems}
            theirs={theirs}
            others={others}
            audience={audience}
            onChange={change}
          />
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
      <ProfileAside />
    </div>
  );
}
