import type { NoteView } from '#contract/hour';
import { actionLimits, fits } from '#contract/limits';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useInputClass } from '../../ui/inputClass.tsx';
import { Labelled } from '../../ui/Labelled.tsx';
import { LineField } from '../../ui/LineField.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { addDays } from '../../ui/localDates.ts';
import { useSaveAction } from './runningQueries.ts';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  form: {
    padding: tokens.spacingVerticalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  deeds: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

type ActionFormProps = { readonly note: NoteView; readonly date: string; readonly onClose: () => void };

/** What a line becomes when somebody will do it: whose, by when, and promised to whom. */
export function ActionForm({ note, date, onClose }: ActionFormProps) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const { members } = useTeam();
  const { announce } = useAnnounce();
  const save = useSaveAction();
  const [id] = useState(() => crypto.randomUUID());
  const [text, setText] = useState(note.text.replace(/\s+/g, ' '));
  const [owner, setOwner] = useState(() =>
    members.some((member) => member.id === note.author.id) ? note.author.id : (members[0]?.id ?? ''),
  );
  const [dueOn, setDueOn] = useState(() => addDays(date, 7));
  const [promisedTo, setPromisedTo] = useState('');
  const people = members.map((member) => ({ value: member.id, name: member.name }));
  const cannot = text.trim() === '' || !fits(text.trim(), actionLimits.text) || save.isPending;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (cannot) return;
    const body = {
      text: text.trim(),
      owner,
      dueOn: dueOn || null,
      promisedTo: promisedTo === owner ? null : promisedTo || null,
      hour: date,
    };
    save.mutate(
      { id, body },
      {
        onSuccess() {
          announce(t('running.action.saved'));
          onClose();
        },
      },
    );
  }

  return (
    <form className={`${shared.form} ${styles.form}`} onSubmit={submit}>
      <LineField label={t('running.action.text')} value={text} onChange={setText} limit={actionLimits.text} />
      <SelectField label={t('running.action.owner')} choices={people} chosen={owner} onChoose={setOwner} />
      <Labelled label={t('running.action.by')}>
        {(described) => (
          <input
            {...described}
            type="date"
            className={inputClass}
            value={dueOn}
            onChange={({ target }) => setDueOn(target.value)}
          />
        )}
      </Labelled>
      <SelectField
        label={t('running.action.promised')}
        choices={[{ value: '', name: t('running.action.nobody') }, ...people.filter(({ value }) => value !== owner)]}
        chosen={promisedTo === owner ? '' : promisedTo}
        onChoose={setPromisedTo}
      />
      {save.isError && <ProblemBar title={t('running.failed', { reason: t(sentenceFor(codeOf(save.error))) })} />}
      <div className={styles.deeds}>
        <Button appearance="subtle" onClick={onClose}>
          {t('give.cancel')}
        </Button>
        <Button type="submit" appearance="primary" disabled={cannot}>
          {t('running.action.save')}
        </Button>
      </div>
    </form>
  );
}
