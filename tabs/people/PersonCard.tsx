import type { PersonCard as Card } from '#contract/profile';
import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { Tags } from '../ui/Tags.tsx';

const useNameClass = makeResetStyles({
  margin: 0,
  fontSize: tokens.fontSizeBase400,
  lineHeight: tokens.lineHeightBase400,
  fontWeight: tokens.fontWeightSemibold,
  overflowWrap: 'anywhere',
});

const useLinkClass = makeResetStyles({
  color: tokens.colorNeutralForeground1,
  textDecorationLine: 'none',
  outlineStyle: 'none',
  // The whole card leads there; its name is what is read.
  '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusXLarge },
  ':focus-visible::after': {
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
});

const useStyles = makeStyles({
  card: {
    position: 'relative',
    height: '100%',
    padding: tokens.spacingVerticalL,
    transitionProperty: 'box-shadow',
    transitionDuration: tokens.durationFast,
    transitionTimingFunction: tokens.curveEasyEase,
    ':hover': { boxShadow: tokens.shadow8 },
    '@media (max-width: 639px)': { padding: tokens.spacingVerticalM },
    '@media (prefers-reduced-motion: reduce)': { transitionProperty: 'none' },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  told: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    margin: 0,
    marginBlockStart: tokens.spacingVerticalM,
  },
  what: { paddingBlock: '4px' },
  tags: { margin: 0 },
});

// Two of each say what kind of person to ask; all of them are on their page.
const shownTags = 2;

type PersonCardProps = {
  readonly card: Card;
  /** "Motion designer, Amsterdam 09:12". */
  readonly about: string;
  readonly isMe: boolean;
};

/** Somebody in the team, and what they can show and want to learn. */
export const PersonCard = memo(function PersonCard({ card, about, isMe }: PersonCardProps) {
  const nameClass = useNameClass();
  const linkClass = useLinkClass();
  const styles = useStyles();
  const { t } = useText();
  const link = useTeamLink();
  const { id, name, canShow, wantsToLearn } = card;
  const what = mergeClasses(styles.quiet, styles.what);
  return (
    <Sheet as="article" className={styles.card}>
      <div className={styles.head}>
        <Face person={card} size={48} />
        <div>
          <h2 className={nameClass}>
            <Link href={link(`/people/${isMe ? 'me' : id}`)} className={linkClass} data-person={id}>
              {isMe ? t('people.me', { name }) : name}
            </Link>
          </h2>
          {about && <p className={styles.quiet}>{about}</p>}
        </div>
      </div>
      {(canShow.length > 0 || wantsToLearn.length > 0) && (
        <dl className={styles.told}>
          {canShow.length > 0 && (
            <>
              <dt className={what}>{t('people.canShow')}</dt>
              <dd className={styles.tags}>
                <Tags tags={canShow} atMost={shownTags} />
              </dd>
            </>
          )}
          {wantsToLearn.length > 0 && (
            <>
              <dt className={what}>{t('people.wantsToLearn')}</dt>
              <dd className={styles.tags}>
                <Tags tags={wantsToLearn} atMost={shownTags} areWishes />
              </dd>
            </>
          )}
        </dl>
      )}
    </Sheet>
  );
});
