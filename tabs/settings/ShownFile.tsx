import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import type { MadeFile } from '../ui/handOver.ts';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';

const useStyles = makeStyles({
  file: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    rowGap: tokens.spacingVerticalS,
  },
  field: { justifySelf: 'stretch' },
  words: {
    height: '160px',
    resize: 'vertical',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** All of it as text, for a Teams that keeps no files. */
export function ShownFile({ file, takesFocus }: { file: MadeFile; takesFocus: boolean }) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected' | null>(null);

  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(file.words);
      setCopied('copied');
    } catch {
      // Teams may not let a frame at the clipboard: then the hand does what is left.
      field.current?.focus();
      field.current?.select();
      setCopied('selected');
    }
  }

  return (
    <div className={styles.file}>
      <div className={styles.field}>
        <Labelled label={file.name}>
          {(described) => (
            <textarea
              {...described}
              ref={field}
              // The button that asked for it is gone.
              autoFocus={takesFocus}
              className={mergeClasses(inputClass, styles.words)}
              dir="ltr"
              readOnly
              value={file.words}
            />
          )}
        </Labelled>
      </div>
      <Button size="small" onClick={() => void handleCopy()}>
        {t('data.file.copy')}
      </Button>
      <span role="status" className={styles.quiet}>
        {copied && t(copied === 'copied' ? 'data.file.copied' : 'data.file.selected')}
      </span>
    </div>
  );
}
