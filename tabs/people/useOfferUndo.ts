import type { ProfileView } from '#contract/profile';
import { useAnnounce } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import type { Answer } from '../api/client.ts';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useUndo } from '../ui/Undo.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useSaveProfile } from './peopleQueries.ts';
import { keepDraft } from './profileDraft.ts';
import { bodyOf, type Words, wordsOf } from './profileWords.ts';

/** After saving: what was there before can be had back for ten seconds. */
export function useOfferUndo() {
  const { team, me } = useTeam();
  const save = useSaveProfile();
  const offer = useUndo();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const { t } = useText();
  const { announce } = useAnnounce();

  return (before: Words, saved: Answer<ProfileView>) => {
    offer({
      id: crypto.randomUUID(),
      said: t('people.edit.saved'),
      undo: () => void takeBack(),
      // It is saved already: there is nothing left to do when nobody changes their mind.
      settle: () => undefined,
      settleLast: () => undefined,
    });

    async function takeBack() {
      const { version, body } = saved;
      try {
        await save.mutateAsync({ body: bodyOf(before), version });
        announce(t('people.edit.undone'));
      } catch {
        // The words from before are not lost: they stand in the editor, which says what is in the way.
        keepDraft(team.id, me.id, { words: before, base: wordsOf(body), version });
        navigate(link('/people/me/edit'));
      }
    }
  };
}
