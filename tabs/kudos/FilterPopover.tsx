import { Field, makeStyles, Popover, PopoverSurface, Select, tokens } from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
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
          <Field label={t('kudos.filter.person')}>
            <Select value={question.person ?? ''} onChange={(_event, { value }) => onChange({ person: value || null })}>
              <option value="">{t('kudos.filter.anybody')}</option>
              {names.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id === me.id ? t('person.you') : name}
                </option>
              ))}
            </Select>
          </Field>
          {values.length > 0 && (
            <Field label={t('kudos.filter.value')}>
              <Select value={question.value ?? ''} onChange={(_event, { value }) => onChange({ value: value || null })}>
                <option value="">{t('kudos.filter.anyValue')}</option>
                {values.map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      </PopoverSurface>
    </Popover>
  );
}
