import type { HourView } from '#contract/hour';
import { fits, noteLimits } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons/headless/svg/send';
import { type FormEvent, useId, useState } from 'react';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Audience } from '../../ui/Audience.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useInputClass } from '../../ui/inputClass.tsx';
import { OnOff } from '../../ui/OnOff.tsx';
import { isRefused } from './lineStore.ts';
import type { MyLines } from './useMyLines.ts';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  field: { position: 'relative' },
  send: { position: 'absolute', insetInlineEnd: '4px', insetBlockStart: '6px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
});

type ComposerProps = {
  readonly hour: HourView;
  readonly lines: MyLines;
  /** What a line is asked for just now. */
  readonly hint?: string | undefined;
};

/** A line is saved while it is typed; Enter begins the next one. */
export function Composer({ hour, lines, hint }: ComposerProps) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const { team, members } = useTeam();
  const audience = useId();
  const draft = lines.all.find((line) => !line.isDone);
  const [isPassing, setIsPassing] = useState(draft ? !draft.keep : false);
  const text = draft?.text ?? '';
  const isOver = !fits(text.trim(), noteLimits.text);
  const waits = lines.trouble !== null;

  function finish(event: FormEvent) {
    event.preventDefault();
    if (!isOver) lines.finish();
  }

  if (hour.isLocked) return null;
  return (
    <form className={styles.form} onSubmit={finish}>
      <div className={styles.field}>
        <input
          className={inputClass}
          style={{ minHeight: '44px', paddingInlineEnd: '44px' }}
          aria-label={t('running.line')}
          aria-describedby={audience}
          aria-invalid={isOver || undefined}
          placeholder={hint ?? t('running.line')}
          dir={text ? 'auto' : undefined}
          autoComplete="off"
          value={text}
          onChange={({ target }) => lines.type(target.value, !isPassing)}
        />
        <span className={styles.send}>
          <IconButton
            type="submit"
            label={t('running.line.send')}
            icon={<Send20Regular />}
            disabled={text.trim() === '' || isOver}
          />
        </span>
      </div>
      {(isOver || waits) && (
        <p role="status" className={shared.quiet}>
          {isOver
            ? t('running.line.tooLong')
            : isRefused(lines.trouble)
              ? t(sentenceFor(codeOf(lines.trouble)))
              : t('running.line.safe')}
        </p>
      )}
      <div className={styles.row}>
        <OnOff
          label={t('running.line.passing')}
          isOn={isPassing}
          onChange={(isOn) => {
            setIsPassing(isOn);
            if (draft) lines.type(draft.text, !isOn);
          }}
        />
        <Audience id={audience}>{t('audience.team', { count: members.length, team: team.name })}</Audience>
      </div>
    </form>
  );
}
