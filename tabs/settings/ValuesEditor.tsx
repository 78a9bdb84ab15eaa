import { folded, teamLimits, tidyLine } from '#contract/limits';
import type { ValuesView } from '#contract/team';
import { Field, Input, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { type FormEvent, useId, useRef, useState } from 'react';
import { type Answer, get } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { paths } from '#contract/paths';
import { useSaveValues } from './settingsQueries.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  values: { display: 'grid', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, minWidth: 0 },
  full: { width: '100%', minWidth: 0 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBlockStart: tokens.spacingVerticalS,
  },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

// Every row keeps its own identity while it is renamed and moved.
type Row = { readonly key: string; readonly name: string };
const rowsOf = (values: readonly string[]): readonly Row[] =>
  values.map((name) => ({ key: crypto.randomUUID(), name }));
const namesOf = (rows: readonly Row[]) => rows.map(({ name }) => tidyLine(name));

/** Twelve short names at most: renamed in place, moved and removed by buttons. */
export function ValuesEditor({ saved }: { saved: Answer<ValuesView> }) {
  const styles = useStyles();
  const { t, list } = useText();
  const { team, members } = useTeam();
  const { announce } = useAnnounce();
  const [base, setBase] = useState(saved);
  const [rows, setRows] = useState(() => rowsOf(saved.body.values));
  const [added, setAdded] = useState('');
  const [theirs, setTheirs] = useState<Answer<ValuesView> | null>(null);
  const save = useSaveValues();
  const addField = useRef<HTMLInputElement>(null);
  const why = useId();

  const names = namesOf(rows);
  const twice = names.map((name, place) => names.findIndex((other) => folded(other) === folded(name)) < place);
  const isFull = rows.length >= teamLimits.values;
  const isUnchanged = String(names) === String(base.body.values);
  const reason = isUnchanged
    ? 'values.unchanged'
    : names.includes('')
      ? 'values.missing'
      : twice.includes(true)
        ? 'values.twice'
        : null;

  function change(next: readonly Row[]) {
    setRows(next);
    if (!save.isPending) save.reset();
  }

  function move(from: number, by: -1 | 1) {
    const next = [...rows];
    const [row] = next.splice(from, 1);
    next.splice(from + by, 0, row!);
    change(next);
    announce(t('values.moved', { value: row!.name, place: from + by + 1, count: rows.length }));
  }

  function remove(row: Row) {
    change(rows.filter(({ key }) => key !== row.key));
    announce(t('values.removed', { value: row.name }));
    addField.current?.focus();
  }

  function add() {
    const name = tidyLine(added);
    if (!name || isFull) return;
    change([...rows, { key: crypto.randomUUID(), name }]);
    setAdded('');
    addField.current?.focus();
  }

  function keep(version: string) {
    save.mutate(
      { values: names, version },
      {
        onSuccess: (now) => {
          setBase(now);
          setTheirs(null);
          announce(t('values.saved'));
        },
        onError: async (trouble) => {
          if (codeOf(trouble) === 'version.stale') setTheirs(await get<ValuesView>(paths.values(team.id)));
        },
      },
    );
  }

  function takeTheirs(version: Answer<ValuesView>) {
    setBase(version);
    setRows(rowsOf(version.body.values));
    setTheirs(null);
    save.reset();
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (added) return add();
    if (!reason && !save.isPending) keep(base.version);
  }

  const isConflict = theirs !== null && codeOf(save.error) === 'version.stale';
  const said = (values: readonly string[]) => (values.length > 0 ? list(values) : t('values.conflict.empty'));

  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      {rows.length === 0 && <p className={styles.none}>{t('values.none')}</p>}
      <ol role="list" aria-label={t('values.list')} className={styles.values}>
        {rows.map((row, place) => (
          <li key={row.key} className={styles.row}>
            <Field
              className={styles.name}
              validationMessage={row.name.trim() === '' ? t('values.missing') : twice[place] ? t('values.twice') : null}
            >
              <Input
                className={styles.full}
                aria-label={t('values.name', { place: place + 1 })}
                input={{ dir: 'auto', maxLength: teamLimits.valueLength }}
                value={row.name}
                onChange={(_event, { value }) =>
                  change(rows.map((other) => (other.key === row.key ? { ...other, name: value } : other)))
                }
              />
            </Field>
            <IconButton
              label={t('values.up', { value: row.name })}
              icon={<ArrowUp20Regular />}
              disabled={place === 0}
              onClick={() => move(place, -1)}
            />
            <IconButton
              label={t('values.down', { value: row.name })}
              icon={<ArrowDown20Regular />}
              disabled={place === rows.length - 1}
              onClick={() => move(place, 1)}
            />
            <IconButton
              label={t('values.remove', { value: row.name })}
              icon={<Delete20Regular />}
              onClick={() => remove(row)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Input
          ref={addField}
          className={styles.name}
          aria-label={t('values.add')}
          placeholder={t('values.addHint')}
          input={{ dir: 'auto', maxLength: teamLimits.valueLength }}
          value={added}
          onChange={(_event, { value }) => setAdded(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
          }}
        />
        <Button disabled={isFull || !added.trim()} onClick={add}>
          {t('values.addButton')}
        </Button>
      </div>
      {isFull && <p className={styles.none}>{t('values.full')}</p>}
      {isConflict && (
        <ProblemBar
          kind="note"
          title={t('values.conflict')}
          actions={
            <>
              <Button size="small" onClick={() => keep(theirs.version)}>
                {t('values.conflict.mine')}
              </Button>
              <Button size="small" onClick={() => takeTheirs(theirs)}>
                {t('values.conflict.theirs')}
              </Button>
            </>
          }
        >
          {t('values.conflictText')}
          <br />
          {t('values.conflict.mineList', { values: said(names) })}
          <br />
          {t('values.conflict.theirsList', { values: said(theirs.body.values) })}
        </ProblemBar>
      )}
      {save.isError && !isConflict && (
        <ProblemBar title={t('values.problem')}>{t(sentenceFor(codeOf(save.error)))}</ProblemBar>
      )}
      <div className={styles.foot}>
        <Audience>{t('audience.team', { count: members.length, team: team.name })}</Audience>
        <Button type="submit" appearance="primary" disabled={reason !== null || save.isPending} aria-describedby={why}>
          {t('values.save')}
        </Button>
      </div>
      <p id={why} role="status" className={styles.none}>
        {save.isSuccess && isUnchanged ? t('values.saved') : reason ? t(reason) : ''}
      </p>
    </form>
  );
}
