import type { KudosView } from '#contract/kudos';
import { wallPaths } from '#contract/wallPaths';
import { useAnnounce } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { send, sendLast } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useUndo } from '../ui/Undo.tsx';
import { bringBack, putAside } from './aside.ts';
import { forgetKudos } from './kudosQueries.ts';
import { placeNear, returnTo } from './returning.ts';

/** Takes a kudos away: mine back, or one about me off the wall. Gone at once for the eye; for the service after ten seconds. */
export function useTakeBack() {
  const { team, me } = useTeam();
  const queries = useQueryClient();
  const offer = useUndo();
  const { t } = useText();
  const { announce } = useAnnounce();

  return (kudos: KudosView, from: Element) => {
    const goOn = placeNear(from);
    const path = wallPaths.kudos(team.id, kudos.id);
    putAside(kudos.id);
    offer({
      id: kudos.id,
      said: t(kudos.from.id === me.id ? 'kudos.takenBack' : 'kudos.takenOff'),
      undo: () => {
        bringBack(kudos.id);
        returnTo(kudos.id);
        announce(t('kudos.undone'));
      },
      settle: () => void settle(),
      settleLast: () => sendLast(path, 'DELETE'),
    });

    async function settle() {
      goOn();
      try {
        await send(path, { method: 'DELETE' });
        forgetKudos(queries, team.id, kudos.id);
      } catch (trouble) {
        if (codeOf(trouble) === 'notFound') return forgetKudos(queries, team.id, kudos.id);
        bringBack(kudos.id, codeOf(trouble));
      }
    }
  };
}
