import { Fragment } from 'react';
import { useText } from '../text/useText.ts';
import { Button } from './Button.tsx';
import { ProblemBar } from './ProblemBar.tsx';

type ConflictProps = {
  /** What happened. */
  readonly title: string;
  /** Both versions, and what is asked, one below the other. */
  readonly lines: readonly string[];
  /** The other one is my own as well, from another window. */
  readonly isOwn?: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** Changed meanwhile: both versions are there, and nothing is decided for anybody. */
export function Conflict({ title, lines, isOwn = false, onMine, onTheirs }: ConflictProps) {
  const { t } = useText();
  return (
    <ProblemBar
      kind="note"
      title={title}
      actions={
        <>
          <Button size="small" onClick={onMine}>
            {t(isOwn ? 'settings.conflict.mine' : 'values.conflict.mine')}
          </Button>
          <Button size="small" onClick={onTheirs}>
            {t(isOwn ? 'settings.conflict.theirs' : 'values.conflict.theirs')}
          </Button>
        </>
      }
    >
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </ProblemBar>
  );
}
