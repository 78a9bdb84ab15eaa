import type { HourView } from '#contract/hour';
import { useAnnounce } from '@fluentui/react-components';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import type { Act } from '../ui/ActMenu.tsx';
import { Face } from '../ui/Face.tsx';
import { useArrange } from './hourQueries.ts';

/** To whom it can be handed on: me first, then the others who can come. */
export function useHandOn(hour: HourView, role: 'facilitator' | 'spotlight'): readonly Act[] {
  const { t, locale } = useText();
  const { me, members } = useTeam();
  const calling = useCalling();
  const { announce } = useAnnounce();
  const arrange = useArrange(hour.date);
  const away = new Set(hour.away.map(({ id }) => id));
  const others = members
    .filter(({ id }) => id !== hour[role]?.id && !away.has(id))
    .sort((one, other) => one.name.localeCompare(other.name, locale));

  function handOn(person: HourView['spotlight']) {
    const edit =
      role === 'facilitator' ? (person ? { facilitator: person.id } : {}) : { spotlight: person?.id ?? null };
    arrange.mutate(
      { edit, isPlain: true, preview: (known) => ({ ...known, [role]: person }) },
      { onError: (trouble) => announce(t(sentenceFor(codeOf(trouble)))) },
    );
  }

  return [
    ...calling.meFirst(others).map((person) => ({
      name: person.id === me.id ? t('hour.roles.toMe') : person.name,
      icon: <Face person={person} size={20} />,
      does: () => handOn({ id: person.id, name: person.name }),
    })),
    ...(role === 'spotlight' && hour.spotlight
      ? [{ name: t('hour.roles.toNobody'), does: () => handOn(null), isApart: true }]
      : []),
  ];
}
