import { makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import type { Question } from './question.ts';

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalM, width: '240px', maxWidth: '100%' },
});

type FilterPopoverProps = {
  readonly question: Question;
  readonly target: RefObject<HTMLElement | null>;
  readonly onChange: (change: { person?: string | null; value?: string | null }) => void;
  readonly onClose: () => void;
};

/** The browser's own lists: they search by typing, in a team of five hundred as on a phone. */
export function FilterPopover({ question, target, onChange, onClose }: FilterPopoverProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t, locale } = useText();
  const { team, me, members } = useTeam();
  const [element] = useState(() => target.current);
  const names = [...members].sort((one, other) => one.name.localeCompare(other.name, locale));
  // A value that the team has given up since is still on old kudos, and may be what one looks for.
  const values =
    question.value && !team.values.includes(question.value) ? [...team.values, question.value] : team.values;
  return (
    <Popover
      open
      trapFocus
      onOpenChange={onClose}
      positioning={{ target: element, position: 'below', align: 'end', offset: 4 }}
    >
      <PopoverSurface aria-label={t('kudos.filter')}>
        <div className={styles.form}>
          <Labelled label={t('kudos.filter.person')}>
            {(described) => (
              <select
                {...described}
                className={inputClass}
                value={question.person ?? ''}
                onChange={({ target }) => onChange({ person: target.value || null })}
              >
                <option value="">{t('kudos.filter.anybody')}</option>
                {names.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {id === me.id ? t('person.you') : name}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
          {values.length > 0 && (
            <Labelled label={t('kudos.filter.value')}>
              {(described) => (
                <select
                  {...described}
                  className={inputClass}
                  value={question.value ?? ''}
                  onChange={({ target }) => onChange({ value: target.value || null })}
                >
                  <option value="">{t('kudos.filter.anyValue')}</option>
                  {values.map((value) => (
                    <option key={value}>{value}</option>
                  ))}
                </select>
              )}
            </Labelled>
          )}
        </div>
      </PopoverSurface>
    </Popover>
  );
}
