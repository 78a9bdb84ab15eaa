import type { HourView, SegmentView } from '#contract/hour';
import { hourLimits } from '#contract/limits';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { useArrange, useHourNow } from './hourQueries.ts';
import { PlanRow } from './PlanRow.tsx';
import { useSegmentName } from './useSegmentName.ts';

const useStyles = makeStyles({
  rows: { display: 'grid', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  sum: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  seen: { flexGrow: 1 },
});

type Row = SegmentView & { readonly key: string };
const rowsOf = (plan: readonly SegmentView[]): readonly Row[] =>
  plan.map((segment) => ({ ...segment, key: crypto.randomUUID() }));

type PlanDialogProps = { readonly hour: HourView; readonly onClose: () => void };

/** What the hour is made of: how long, in which order, and what the team calls it. */
export function PlanDialog({ hour, onClose }: PlanDialogProps) {
  const styles = useStyles();
  const { t, list } = useText();
  const { team, members } = useTeam();
  const { announce } = useAnnounce();
  const nameOf = useSegmentName();
  const arrange = useArrange(hour.date);
  const hourNow = useHourNow(hour.date);
  const [rows, setRows] = useState(() => rowsOf(hour.plan));
  const [theirs, setTheirs] = useState<{ readonly plan: readonly SegmentView[]; readonly version: string } | null>(
    null,
  );
  const length = Math.round((Date.parse(hour.endsAt) - Date.parse(hour.startsAt)) / 60_000);
  const sum = rows.reduce((whole, { minutes }) => whole + minutes, 0);
  const planned = rows.map(({ kind, minutes, title }) => ({ kind, minutes, title: title.trim() }));
  const isUnchanged = JSON.stringify(planned) === JSON.stringify(hour.plan);
  const isStale = arrange.isError && codeOf(arrange.error) === 'version.stale';

  function move(at: number, by: -1 | 1) {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    next.splice(at + by, 0, row!);
    setRows(next);
    announce(t('values.moved', { value: nameOf(row!, null), place: at + by + 1, count: rows.length }));
  }

  function save(version?: string) {
    arrange.mutate(
      { edit: { plan: planned }, ...(version && { version }) },
      {
        onSuccess: () => {
          announce(t('hour.plan.saved'));
          onClose();
        },
        onError: async (trouble) => {
          if (codeOf(trouble) !== 'version.stale') return;
          const now = await hourNow().catch(() => null);
          if (now) setTheirs({ plan: now.body.plan, version: now.version });
        },
      },
    );
  }

  const isShut = isUnchanged || rows.length === 0 || arrange.isPending;
  const words = (plan: readonly SegmentView[]) =>
    list(plan.map((segment) => t('hour.plan.segment', { name: nameOf(segment, null), minutes: segment.minutes })));

  return (
    <TaskDialog
      title={t('hour.menu.plan')}
      onClose={onClose}
      onSubmit={() => !isShut && save()}
      foot={
        <>
          <div className={styles.seen}>
            <Audience>{t('audience.team', { count: members.length, team: team.name })}</Audience>
          </div>
          <Button onClick={onClose}>{t('give.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={isShut}>
            {t('hour.plan.save')}
          </Button>
        </>
      }
    >
      <ol role="list" aria-label={t('hour.plan')} className={styles.rows}>
        {rows.map((row, at) => (
          <PlanRow
            key={row.key}
            segment={row}
            name={nameOf({ ...row, title: row.title.trim() }, null)}
            isFirst={at === 0}
            isLast={at === rows.length - 1}
            onChange={(edit) => setRows(rows.map((other) => (other === row ? { ...row, ...edit } : other)))}
            onMove={(by) => move(at, by)}
            onRemove={() => setRows(rows.filter((other) => other !== row))}
          />
        ))}
      </ol>
      <div className={styles.sum}>
        <Button
          size="small"
          appearance="subtle"
          icon={<Add20Regular />}
          disabled={rows.length >= hourLimits.segments}
          onClick={() => setRows([...rows, ...rowsOf([{ kind: 'talk', minutes: 10, title: '' }])])}
        >
          {t('hour.plan.add')}
        </Button>
        <p role="status" className={styles.quiet}>
          {t(sum === length ? 'hour.plan.fits' : sum > length ? 'hour.plan.over' : 'hour.plan.under', {
            minutes: Math.abs(length - sum),
            length,
          })}
        </p>
      </div>
      {theirs && (
        <Conflict
          title={t('hour.plan.conflict')}
          lines={[t('values.conflict.theirsList', { values: words(theirs.plan) })]}
          onMine={() => save(theirs.version)}
          onTheirs={() => {
            setRows(rowsOf(theirs.plan));
            setTheirs(null);
            arrange.reset();
          }}
        />
      )}
      {arrange.isError && !isStale && (
        <ProblemBar title={t('hour.plan.failed')}>{t(sentenceFor(codeOf(arrange.error)))}</ProblemBar>
      )}
    </TaskDialog>
  );
}
