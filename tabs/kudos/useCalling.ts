import { useMemo } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { callingBy, shortNames } from '../ui/names.ts';

/** How this page calls the people of this team: me "you", the others as colleagues do. */
export function useCalling() {
  const { members, me } = useTeam();
  const text = useText();
  const short = useMemo(() => shortNames(members), [members]);
  return useMemo(() => callingBy(short, me.id, text), [short, me.id, text]);
}
