import { kudosLimits } from '../../domain/kudos.ts';
import type { Person } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { choicesOf } from './choices.ts';
import { type Card, card, maxCardInBytes, sizeInBytes, words } from './elements.ts';

/** What is in the fields: as typed, not as meant. */
export type Typed = {
  readonly to: readonly string[];
  readonly text: string;
  readonly effect: string;
  readonly value: string;
};
export const nothingTyped: Typed = { to: [], text: '', effect: '', value: '' };

/** What the form carries along and brings back. Whoever sends it may have changed it. */
export type Carried = { readonly team: string; readonly id: string; readonly link: string | null };

export type FormTeam = {
  readonly name: string;
  readonly memberCount: number;
  readonly values: readonly string[];
  /** Whom one may thank, in the order to show. */
  readonly people: readonly Person[];
};

export type KudosForm = {
  readonly carried: Carried;
  readonly typed: Typed;
  /** `null` when the team cannot be asked right now: what was chosen is kept, and comes back. */
  readonly team: FormTeam | null;
  readonly problem: string | null;
  readonly hint: string | null;
};

/** A dataset of this name asks for the members of the team whose id follows. */
export const membersDataset = 'members:';

/** Everybody to choose from, while that fits into a card; otherwise Teams asks us while somebody types. */
export function kudosForm(text: Text, form: KudosForm): Card {
  const listed = form.team && form.team.people.length <= maxListed && formOf(text, form, form.team.people);
  if (listed && sizeInBytes(listed) <= maxCardInBytes) return listed;
  return formOf(text, form, null);
}

const maxListed = 100;

function formOf(text: Text, form: KudosForm, listed: readonly Person[] | null): Card {
  const { carried, typed, team, problem, hint } = form;
  const kept = team ? {} : { kept: { to: typed.to, value: typed.value } };
  const send = {
    type: 'Action.Submit',
    title: text('form.send'),
    style: 'positive',
    data: { step: 'give', ...carried, ...kept },
  };
  return card(
    text,
    [
      problem ? words(problem, { color: 'Attention', weight: 'Bolder' }, 'None') : null,
      hint ? words(hint, { isSubtle: true }, 'None') : null,
      team ? whom(text, form, team, listed) : words(text('form.to.kept'), { isSubtle: true }),
      {
        type: 'Input.Text',
        id: 'text',
        label: text('form.text.label'),
        placeholder: text('form.text.placeholder'),
        isMultiline: true,
        isRequired: true,
        errorMessage: text('form.text.missing'),
        maxLength: kudosLimits.text,
        value: typed.text,
      },
      {
        type: 'Input.Text',
        id: 'effect',
        label: text('form.effect.label'),
        isMultiline: true,
        maxLength: kudosLimits.effect,
        value: typed.effect,
      },
      team && team.values.length > 0 ? valueOf(text, typed, team) : null,
      team
        ? words(text('form.audience', { count: team.memberCount, team: team.name }), { isSubtle: true }, 'Medium')
        : null,
    ],
    [send],
  );
}

function whom(text: Text, { carried, typed }: KudosForm, team: FormTeam, listed: readonly Person[] | null): object {
  const chosen = team.people.filter(({ id }) => typed.to.includes(id));
  return {
    type: 'Input.ChoiceSet',
    id: 'to',
    label: text('form.to.label'),
    placeholder: text('form.to.placeholder'),
    isMultiSelect: true,
    isRequired: true,
    errorMessage: text('form.to.missing'),
    style: 'filtered',
    choices: choicesOf(listed ?? chosen),
    ...(!listed && { 'choices.data': { type: 'Data.Query', dataset: `${membersDataset}${carried.team}` } }),
    value: chosen.map(({ id }) => id).join(','),
  };
}

function valueOf(text: Text, typed: Typed, team: FormTeam): object {
  const values = team.values.map((value) => ({ title: value, value }));
  return {
    type: 'Input.ChoiceSet',
    id: 'value',
    label: text('form.value.label'),
    placeholder: text('form.value.none'),
    style: 'compact',
    choices: [{ title: text('form.value.none'), value: '' }, ...values],
    value: team.values.includes(typed.value) ? typed.value : '',
  };
}
