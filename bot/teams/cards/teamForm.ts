import type { Team } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card } from './elements.ts';

/** Where the conversation does not say which team is meant. `data` comes back with the one that was chosen. */
export function teamForm(
  text: Text,
  teams: readonly Pick<Team, 'id' | 'name'>[],
  { label, data }: { readonly label: string; readonly data: object },
): Card {
  return card(
    text,
    [
      {
        type: 'Input.ChoiceSet',
        id: 'team',
        label,
        isRequired: true,
        errorMessage: text('whichTeam.missing'),
        style: 'compact',
        choices: teams.map(({ id, name }) => ({ title: name, value: id })),
        value: teams[0]!.id,
      },
    ],
    [{ type: 'Action.Submit', title: text('whichTeam.next'), style: 'positive', data }],
  );
}
