import { kudosLimits } from '#contract/limits';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { PeoplePicker } from '../ui/PeoplePicker.tsx';

type WhomPickerProps = {
  readonly to: readonly string[];
  readonly onChange: (to: readonly string[]) => void;
  readonly problem: string | null;
};

/** One to ten others of this team. */
export function WhomPicker({ to, onChange, problem }: WhomPickerProps) {
  const { t } = useText();
  const { members, me } = useTeam();
  return (
    <PeoplePicker
      label={t('give.to')}
      people={members.filter(({ id }) => id !== me.id)}
      chosen={to}
      onChange={onChange}
      most={kudosLimits.to}
      full={t('give.to.full')}
      problem={problem}
    />
  );
}
