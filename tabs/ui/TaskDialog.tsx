import { Dialog, DialogSurface, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from './IconButton.tsx';

const useStyles = makeStyles({
  surface: {
    maxWidth: '560px',
    padding: 0,
    '@media (max-width: 639px)': {
      maxWidth: '100vw',
      maxHeight: '100dvh',
      height: '100dvh',
      margin: 0,
      borderRadius: 0,
    },
  },
  form: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    height: '100%',
    maxHeight: '100dvh',
    // Between a head and a foot that stay there would be no line left to write in.
    '@media (max-height: 400px)': { overflowY: 'auto' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: `${tokens.spacingVerticalXL} ${tokens.spacingVerticalM}`,
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { paddingBlock: tokens.spacingVerticalM, paddingInline: tokens.spacingHorizontalL },
  },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  close: { flexShrink: 0, marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    rowGap: tokens.spacingVerticalL,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlockEnd: tokens.spacingVerticalXS,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
    '@media (max-height: 400px)': { flexShrink: 0, overflowY: 'visible' },
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    paddingBlock: `${tokens.spacingVerticalL} ${tokens.spacingVerticalXXL}`,
    paddingInline: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

type TaskDialogProps = {
  readonly title: string;
  readonly foot: ReactNode;
  readonly onSubmit?: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A short task above the page; the whole screen where there is little room. */
export function TaskDialog({ title, foot, onSubmit, onClose, children }: TaskDialogProps) {
  const styles = useStyles();
  const { t } = useText();
  const heading = useId();

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    onSubmit?.();
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface} aria-labelledby={heading}>
        <form className={styles.form} onSubmit={handleSubmit} noValidate>
          <header className={styles.head}>
            <h2 id={heading} className={styles.title}>
              {title}
            </h2>
            <IconButton
              className={styles.close}
              label={t('give.close')}
              icon={<Dismiss20Regular />}
              onClick={onClose}
            />
          </header>
          <div className={styles.body}>{children}</div>
          <footer className={styles.foot}>{foot}</footer>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
