import { folded } from '#contract/limits';
import {
  makeStyles,
  TagPicker,
  TagPickerControl,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { ChosenPeople } from './ChosenPeople.tsx';
import { Face } from './Face.tsx';
import { Labelled } from './Labelled.tsx';

const useStyles = makeStyles({
  option: { columnGap: tokens.spacingHorizontalS },
  hint: { padding: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
});

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
  const styles = useStyles();
  const { t, locale } = useText();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const isFull = chosen.length >= most;
  const wanted = folded(typed.trim());
  const fitting = people
    .filter(({ id, name }) => !chosen.includes(id) && folded(name).includes(wanted))
    .sort((one, other) => startsFirst(one.name, other.name, wanted) || one.name.localeCompare(other.name, locale));

  function takeOut(id: string) {
    onChange(chosen.filter((other) => other !== id));
    input.current?.focus();
  }

  return (
    <Labelled label={label} problem={problem}>
      {(described) => (
        <TagPicker
          // Inside of the form, so that it is a part of it for everybody; fixed, so that the form does not cut it off.
          inline
          positioning={{ strategy: 'fixed' }}
          open={isOpen}
          onOpenChange={(_event, { open }) => setIsOpen(open)}
          selectedOptions={[...chosen]}
          onOptionSelect={(_event, { selectedOptions }) => {
            onChange(selectedOptions.slice(0, most));
            setTyped('');
          }}
        >
          <TagPickerControl>
            {chosen.length > 0 && <ChosenPeople ids={chosen} members={people} onTakeOut={takeOut} />}
            <TagPickerInput
              {...described}
              ref={input}
              value={typed}
              placeholder={chosen.length === 0 ? t('give.to.hint') : undefined}
              onChange={({ target }) => {
                setTyped(target.value);
                // Keyboards of phones type without keys.
                setIsOpen(true);
              }}
              onKeyDown={({ key }) => {
                if (key === 'Backspace' && typed === '' && chosen.length > 0) takeOut(chosen.at(-1)!);
              }}
            />
          </TagPickerControl>
          <TagPickerList>
            {isFull && <span className={styles.hint}>{full}</span>}
            {!isFull && fitting.length === 0 && <span className={styles.hint}>{t('give.to.none')}</span>}
            {!isFull &&
              fitting.slice(0, shownAtOnce).map((person) => (
                <TagPickerOption
                  key={person.id}
                  className={styles.option}
                  value={person.id}
                  text={person.name}
                  media={<Face person={person} size={32} />}
                >
                  {person.name}
                </TagPickerOption>
              ))}
            {!isFull && fitting.length > shownAtOnce && <span className={styles.hint}>{t('give.to.more')}</span>}
          </TagPickerList>
        </TagPicker>
      )}
    </Labelled>
  );
}

/** Names that begin with what was typed come before those that only contain it. */
const startsFirst = (one: string, other: string, wanted: string) =>
  Number(folded(other).startsWith(wanted)) - Number(folded(one).startsWith(wanted));
