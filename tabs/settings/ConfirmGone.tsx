import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useReturn } from '../ui/useReturn.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXL,
    maxWidth: '640px',
  },
  part: { display: 'grid', rowGap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  lines: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxWidth: '60ch',
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type ConfirmGoneProps = {
  readonly title: string;
  /** What is said under which heading. */
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly act: string;
  readonly acting: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  readonly failed: ReactNode;
  readonly onAct: () => void;
};

/** Before something is gone: what goes, and what stays, in plain words. A page of its own, because it is to be read. */
export function ConfirmGone({ title, parts, act, acting, failed, onAct }: ConfirmGoneProps) {
  const styles = useStyles();
  const { t } = useText();
  const settings = useTeamLink()('/settings');
  const state = useReturn(settings, acting.isPending);
  return (
    <Page
      back={
        <BackLink href={settings} state={state}>
          {t('settings.title')}
        </BackLink>
      }
      title={title}
    >
      <Sheet roomy className={styles.sheet}>
        {parts.map((part) => (
          <Part key={part.title} {...part} />
        ))}
        {acting.isError && <ProblemBar title={failed}>{t(sentenceFor(codeOf(acting.error)))}</ProblemBar>}
        <div className={styles.foot}>
          <Button appearance="primary" disabled={acting.isPending} onClick={onAct}>
            {act}
          </Button>
          <ButtonLink href={settings} state={state}>
            {t('give.cancel')}
          </ButtonLink>
          <span role="status" className={styles.quiet}>
            {acting.isPending && t('data.gone.working')}
          </span>
        </div>
      </Sheet>
    </Page>
  );
}

function Part({ title, lines }: ConfirmGoneProps['parts'][number]) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles.part}>
      <h2 id={heading} className={styles.title}>
        {title}
      </h2>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
