import { folded } from '#contract/limits';
import { useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { ChosenPeople } from './ChosenPeople.tsx';
import { Combo } from './Combo.tsx';
import { Face } from './Face.tsx';
import { Labelled } from './Labelled.tsx';

// A list of five hundred is no help; the name is typed faster than scrolled to.
const shownAtOnce = 30;

type PeoplePickerProps = {
  readonly label: string;
  /** Who can be chosen. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly most: number;
  /** Said when no more fit. */
  readonly full: string;
  readonly problem?: string | null;
};

/** Some of the team, found by typing any part of their name. */
export function PeoplePicker({ label, people, chosen, onChange, most, full, problem }: PeoplePickerProps) {
  const { t, locale } = useText();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const isFull = chosen.length >= most;
  const wanted = folded(typed.trim());
  const fitting = isFull
    ? []
    : people
        .filter(({ id, name }) => !chosen.includes(id) && folded(name).includes(wanted))
        .sort((one, other) => startsFirst(one.name, other.name, wanted) || one.name.localeCompare(other.name, locale));

  function takeOut(id: string) {
    onChange(chosen.filter((other) => other !== id));
    input.current?.focus();
  }

  return (
    <Labelled label={label} problem={problem}>
      {(described) => (
        <Combo
          described={described}
          label={label}
          input={input}
          typed={typed}
          onType={setTyped}
          placeholder={chosen.length === 0 ? t('give.to.hint') : undefined}
          options={fitting.slice(0, shownAtOnce).map((person) => ({
            id: person.id,
            content: (
              <>
                <Face person={person} size={32} />
                {person.name}
              </>
            ),
          }))}
          note={
            isFull
              ? full
              : fitting.length === 0
                ? t('give.to.none')
                : fitting.length > shownAtOnce
                  ? t('give.to.more')
                  : null
          }
          onChoose={(id) => {
            onChange([...chosen, id]);
            setTyped('');
          }}
          onTakeBack={() => chosen.length > 0 && takeOut(chosen.at(-1)!)}
        >
          {chosen.length > 0 && <ChosenPeople ids={chosen} members={people} onTakeOut={takeOut} />}
        </Combo>
      )}
    </Labelled>
  );
}

/** Names that begin with what was typed come before those that only contain it. */
const startsFirst = (one: string, other: string, wanted: string) =>
  Number(folded(other).startsWith(wanted)) - Number(folded(one).startsWith(wanted));
