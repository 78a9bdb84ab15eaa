import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useOnline } from '../ui/useOnline.ts';

type ProfileTroubleProps = {
  readonly trouble: Error | null;
  /** Another window saved something since this one began. */
  readonly isConflict: boolean;
  readonly areDifferent: boolean;
  readonly onTakeAll: () => void;
};

/** What happened to the words first, then what to do. */
export function ProfileTrouble({ trouble, isConflict, areDifferent, onTakeAll }: ProfileTroubleProps) {
  const { t } = useText();
  const isOnline = useOnline();
  if (trouble && codeOf(trouble) !== 'version.stale') {
    return (
      <ProblemBar title={t('people.edit.failed')}>
        {t(sentenceFor(codeOf(trouble)))} {t(isOnline ? 'people.edit.failed.again' : 'people.edit.failed.safe')}
      </ProblemBar>
    );
  }
  if (!isConflict) return null;
  return (
    <ProblemBar
      kind="note"
      title={t('people.conflict')}
      actions={
        areDifferent && (
          <Button size="small" onClick={onTakeAll}>
            {t('people.conflict.takeAll')}
          </Button>
        )
      }
    >
      {t(areDifferent ? 'people.conflict.text' : 'people.conflict.same')}
    </ProblemBar>
  );
}
