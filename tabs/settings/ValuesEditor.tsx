import { teamLimits, tidyLine } from '#contract/limits';
import type { ValuesView } from '#contract/team';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Answer } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { AddButton } from '../ui/AddButton.tsx';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { ListConflict } from './ListConflict.tsx';
import { useSaveValues, useValuesNow } from './settingsQueries.ts';
import { isFull, moved, namesOf, problemWith, type Row, rowsOf } from './valueRows.ts';
import { ValueRow } from './ValueRow.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  values: { display: 'grid', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  add: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBlockStart: tokens.spacingVerticalS,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Twelve short names at most. What is typed stays whatever happens to the saving of it. */
export function ValuesEditor({ saved }: { saved: Answer<ValuesView> }) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const { team, members } = useTeam();
  const { announce } = useAnnounce();
  const [base, setBase] = useState(saved);
  const [rows, setRows] = useState(() => rowsOf(saved.body.values));
  const [added, setAdded] = useState('');
  const [theirs, setTheirs] = useState<Answer<ValuesView> | null>(null);
  const save = useSaveValues();
  const valuesNow = useValuesNow();
  const addField = useRef<HTMLInputElement>(null);
  const why = useId();

  // What stands in the field for a new one is meant as well.
  const all = added.trim() && !isFull(rows) ? [...rows, { key: 'added', name: added }] : rows;
  const names = namesOf(all);
  const problem = names.map((_, place) => problemWith(names, place)).find(Boolean);
  const isUnchanged = String(names) === String(base.body.values);
  const reason = isUnchanged ? 'values.unchanged' : problem;

  function change(next: readonly Row[]) {
    setRows(next);
    save.reset();
  }

  function move(place: number, by: -1 | 1) {
    change(moved(rows, place, by));
    announce(t('values.moved', { value: rows[place]!.name, place: place + by + 1, count: rows.length }));
  }

  function remove(row: Row) {
    change(rows.filter(({ key }) => key !== row.key));
    announce(t('values.removed', { value: row.name }));
    addField.current?.focus();
  }

  function add() {
    if (!tidyLine(added) || isFull(rows)) return;
    change([...rows, ...rowsOf([tidyLine(added)])]);
    setAdded('');
    addField.current?.focus();
  }

  function show(version: Answer<ValuesView>) {
    setBase(version);
    setRows(rowsOf(version.body.values));
    setAdded('');
    setTheirs(null);
  }

  function keep(version: string) {
    save.mutate(
      { values: names, version },
      {
        onSuccess: show,
        onError: async (trouble) => {
          if (codeOf(trouble) === 'version.stale') setTheirs(await valuesNow());
        },
      },
    );
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!reason && !save.isPending) keep(base.version);
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      {rows.length === 0 && <p className={styles.quiet}>{t('values.none')}</p>}
      <ol role="list" aria-label={t('values.list')} className={styles.values}>
        {rows.map((row, place) => {
          const wrong = problemWith(names, place);
          return (
            <ValueRow
              key={row.key}
              name={row.name}
              place={place + 1}
              isLast={place === rows.length - 1}
              problem={wrong && t(wrong)}
              onRename={(name) => change(rows.map((other) => (other === row ? { ...row, name } : other)))}
              onMove={(by) => move(place, by)}
              onRemove={() => remove(row)}
            />
          );
        })}
      </ol>
      <div className={styles.add}>
        <input
          ref={addField}
          className={inputClass}
          aria-label={t('values.add')}
          placeholder={t('values.addHint')}
          dir={added ? 'auto' : undefined}
          maxLength={teamLimits.valueLength}
          value={added}
          onChange={({ target }) => setAdded(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !added) return;
            event.preventDefault();
            add();
          }}
        />
        <AddButton word={t('values.addButton')} disabled={isFull(rows) || !added.trim()} onClick={add} />
      </div>
      {isFull(rows) && <p className={styles.quiet}>{t('values.full')}</p>}
      {theirs && (
        <ListConflict
          title={t('values.conflict')}
          mine={names}
          theirs={theirs.body.values}
          onMine={() => keep(theirs.version)}
          onTheirs={() => {
            show(theirs);
            save.reset();
          }}
        />
      )}
      {save.isError && codeOf(save.error) !== 'version.stale' && (
        <ProblemBar title={t('values.problem')}>{t(sentenceFor(codeOf(save.error)))}</ProblemBar>
      )}
      <div className={styles.foot}>
        <Audience>{t('audience.team', { count: members.length, team: team.name })}</Audience>
        <Button type="submit" appearance="primary" disabled={Boolean(reason) || save.isPending} aria-describedby={why}>
          {t('values.save')}
        </Button>
      </div>
      <p id={why} role="status" className={styles.quiet}>
        {save.isSuccess && isUnchanged ? t('values.saved') : reason && t(reason)}
      </p>
    </form>
  );
}
