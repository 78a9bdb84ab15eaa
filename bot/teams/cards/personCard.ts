import type { Ask } from '../../domain/goalCircle.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Person } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, openUrl, words } from './elements.ts';
import { inTeam, type Preview } from './preview.ts';

/** What a team may see of somebody. How they like to be thanked is not among it, and so not here. */
export type Found = {
  readonly person: Person;
  readonly profile: Omit<Profile, 'thankMe'>;
  /** What of "can show" fits what was looked for. */
  readonly fits: readonly string[];
  /** What the team is asked for that they could help with. */
  readonly asks: readonly Ask[];
};

const maxAsks = 3;
const title = { weight: 'Bolder', size: 'Medium' } as const;

/** For the team's own conversation. What is inserted never changes, so it says when somebody works, and not what time it is there. */
export function personCard(text: Text, { person, profile, fits, asks }: Found, page: string): Card {
  const { role, timeZone, workingHours, wantsToLearn } = profile;
  const zone = timeZone && text.zone(timeZone);
  return card(
    text,
    [
      words(person.name, title, 'None'),
      role ? words(role, { isSubtle: true }, 'None') : null,
      words(text('person.canShow', { tags: text.names(fits) }), {}, 'Medium'),
      wantsToLearn.length > 0 ? words(text('person.wantsToLearn', { tags: text.names(wantsToLearn) })) : null,
      zone ? words(workingHours ? text('person.hours', { ...workingHours, zone }) : zone, { isSubtle: true }) : null,
      ...asks
        .slice(0, maxAsks)
        .map((ask) => words(text('person.ask', { name: ask.owner.name, ask: ask.text }), {}, 'Medium')),
    ],
    [openUrl(text('person.page'), page)],
  );
}

/** For anywhere else, where people may read along who are not in that team: a name, and the way to a page that lets in its members. */
export function personElsewhereCard(text: Text, { name }: Person, page: string): Card {
  return card(
    text,
    [words(name, title, 'None'), words(text('person.outside'), { isSubtle: true })],
    [openUrl(text('person.page'), page)],
  );
}

/** Only who searches sees this one. `team` is named where the list holds several. */
export function personPreview(text: Text, { person, profile, fits }: Found, team: string | null, now: Date): Preview {
  const { role, timeZone } = profile;
  const shows = text('person.canShow', { tags: text.names(fits) });
  // A list shows little more than the beginning.
  const said = timeZone ? `${text('person.now', { time: text.time(now, timeZone) })} · ${shows}` : shows;
  return {
    title: role ? text('person.title', { name: person.name, role }) : person.name,
    text: inTeam(text, said, team),
  };
}
