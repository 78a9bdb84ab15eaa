import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Audience } from '../ui/Audience.tsx';
import { useEditedAudience } from './useEditedAudience.ts';
import type { Words } from './goalWords.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    paddingBlockStart: tokens.spacingVerticalL,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  seen: { flexGrow: 1, flexBasis: '200px' },
});

/** The exact audience, once more, where it is decided. */
export function EditorFoot({ words, children }: { words: Words; children: ReactNode }) {
  const styles = useStyles();
  const audience = useEditedAudience(words);
  return (
    <footer className={styles.foot}>
      <div className={styles.seen}>
        <Audience isPrivate={audience.isPrivate}>{audience.words}</Audience>
      </div>
      {children}
    </footer>
  );
}
