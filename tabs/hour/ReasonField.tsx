import { fits, hourLimits } from '#contract/limits';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { LineField } from '../ui/LineField.tsx';

type ReasonFieldProps = { readonly reason: string; readonly onChange: (reason: string) => void };

export const isReason = (words: string) => words.trim() !== '' && fits(words.trim(), hourLimits.reason);

/** Why it is not as planned: said once, for everybody. */
export function ReasonField({ reason, onChange }: ReasonFieldProps) {
  const { t } = useText();
  const { team, members } = useTeam();
  return (
    <LineField
      label={t('hour.reason')}
      hint={t('hour.reason.hint')}
      audience={t('audience.team', { count: members.length, team: team.name })}
      limit={hourLimits.reason}
      value={reason}
      onChange={onChange}
    />
  );
}
