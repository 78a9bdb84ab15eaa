import type { HourView, NoteView } from '#contract/hour';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/headless/svg/clock';
import { useState } from 'react';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import type { Act } from '../../ui/ActMenu.tsx';
import { Face } from '../../ui/Face.tsx';
import { useMenuPlace } from '../../ui/MenuButton.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { useUnseenClass } from '../../ui/unseenClass.ts';
import { ActionForm } from './ActionForm.tsx';
import { useChangeNote } from './runningQueries.ts';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    padding: '3px',
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    '@media (forced-colors: active)': { border: '1px solid Canvas' },
  },
  passing: {
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    '@media (forced-colors: active)': { border: '1px dashed CanvasText' },
  },
  mark: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  decision: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  more: { position: 'relative', ':focus-within': { zIndex: 1 } },
  whole: { gridColumn: '2 / -1' },
});

/** A line by its author, and what it became. */
export function LineRow({ note, hour }: { note: NoteView; hour: HourView }) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const unseenClass = useUnseenClass();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const change = useChangeNote(hour.date);
  const place = useMenuPlace();
  const [isForm, setIsForm] = useState(false);
  const { author, text, kind, keep } = note;
  const isMine = author.id === me.id;
  const isDecision = kind === 'decision';
  const acts: readonly Act[] = [
    { name: t('running.line.action'), does: () => setIsForm(true) },
    {
      name: t(isDecision ? 'running.line.noDecision' : 'running.line.decision'),
      does: () => change.mutate({ note, change: { kind: isDecision ? 'note' : 'decision' } }),
    },
    ...(isMine
      ? [
          {
            name: t(keep ? 'running.line.passing' : 'running.line.stays'),
            does: () => change.mutate({ note, change: { keep: !keep } }),
          },
        ]
      : []),
  ];

  return (
    <li className={mergeClasses(styles.row, !keep && styles.passing)}>
      <Face person={author} size={24} />
      <div>
        <span className={unseenClass}>
          {t('running.line.by', { who: isMine ? 'me' : 'other', person: calling.one(author) })}
        </span>
        <p dir="auto" className={shared.words}>
          {text}
        </p>
        {isDecision && (
          <p className={mergeClasses(shared.quiet, styles.mark, styles.decision)}>
            <CheckmarkCircle16Filled />
            {t('running.line.decision')}
          </p>
        )}
        {!keep && (
          <p className={mergeClasses(shared.quiet, styles.mark)}>
            <Clock16Regular />
            {t('running.line.passing')}
          </p>
        )}
      </div>
      {!hour.isLocked && (
        <MoreButton place={place} className={styles.more} label={t('running.line.more', { line: text })} acts={acts} />
      )}
      {isForm && (
        <div className={styles.whole}>
          <ActionForm
            note={note}
            date={hour.date}
            onClose={() => {
              setIsForm(false);
              place.goBack();
            }}
          />
        </div>
      )}
    </li>
  );
}
