import { useMemo } from 'react';
import { useText } from '../text/useText.ts';
import { callingBy, shortNames } from '../ui/names.ts';
import { useTeam } from './team.ts';

/** How a page calls the people of this team: me "you", the others as colleagues do. */
export function useCalling() {
  const { members, me } = useTeam();
  const text = useText();
  const short = useMemo(() => shortNames(members), [members]);
  return useMemo(() => callingBy(short, me.id, text), [short, me.id, text]);
}
