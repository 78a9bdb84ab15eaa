import type { KudosView } from '#contract/kudos';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add';
import { Checkmark20Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { Suspense, useRef, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Joined } from './Joined.tsx';
import { useJoin } from './kudosQueries.ts';
import { Button } from '../ui/Button.tsx';
import { fluentPart } from '../ui/part.tsx';

const KudosMenu = fluentPart(async () => (await import('./KudosMenu.tsx')).KudosMenu);

const useFootClass = makeResetStyles({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: tokens.spacingHorizontalM,
  minHeight: '32px',
  marginBlockStart: 'auto',
  paddingBlockStart: tokens.spacingVerticalL,
});

const useStyles = makeStyles({
  start: { flexGrow: 1, minWidth: 0 },
  // The words stand on the edge, not the box around them.
  end: { flexShrink: 0, marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalM})` },
  menu: { flexShrink: 0, marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  problem: { marginBlockStart: tokens.spacingVerticalS },
});

/** Who joined, or who sees it; and what I may do: join, or take it away when it is from me or to me. */
export function KudosFoot({ kudos }: { kudos: KudosView }) {
  const footClass = useFootClass();
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const join = useJoin(kudos);
  const isMine = kudos.from.id === me.id || kudos.to.some(({ id }) => id === me.id);
  const hasJoined = kudos.joined.some(({ id }) => id === me.id);

  return (
    <>
      <footer className={footClass}>
        <div className={styles.start}>
          {kudos.visibility === 'channel' ? (
            <Joined people={kudos.joined} />
          ) : (
            <Audience isPrivate>
              {kudos.visibility === 'hour'
                ? t('audience.untilHour')
                : t('audience.people', { people: calling.inside([kudos.from, ...kudos.to]) })}
            </Audience>
          )}
        </div>
        {isMine && <MenuButton kudos={kudos} className={styles.menu} />}
        {!isMine && kudos.visibility === 'channel' && (
          <Button
            appearance="subtle"
            className={styles.end}
            icon={hasJoined ? <Checkmark20Filled /> : <Add20Regular />}
            aria-pressed={hasJoined}
            aria-label={t('kudos.card.meTooFor', { people: calling.inside(kudos.to) })}
            onClick={() => join.mutate(!hasJoined)}
          >
            {t('kudos.card.meToo')}
          </Button>
        )}
      </footer>
      {join.isError && (
        <ProblemBar
          className={styles.problem}
          title={t('kudos.card.joinFailed', { reason: t(sentenceFor(codeOf(join.error))) })}
        />
      )}
    </>
  );
}

function MenuButton({ kudos, className }: { kudos: KudosView; className: string }) {
  const { t } = useText();
  const calling = useCalling();
  const button = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  function close() {
    setIsOpen(false);
    button.current?.querySelector('button')?.focus();
  }

  return (
    <div ref={button} className={className}>
      <IconButton
        label={t('kudos.card.menu', { people: calling.inside(kudos.to) })}
        icon={<MoreHorizontal20Regular />}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      <Suspense fallback={null}>{isOpen && <KudosMenu kudos={kudos} target={button} onClose={close} />}</Suspense>
    </div>
  );
}
