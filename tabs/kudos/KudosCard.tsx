import type { KudosView } from '#contract/kudos';
import { makeResetStyles, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Link } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Faces } from '../ui/Face.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import { dayOf, exactly } from '../ui/when.ts';
import { useAside } from './aside.ts';
import { KudosFoot } from './KudosFoot.tsx';

const useHeadClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr auto',
  gridTemplateAreas: '"faces names value"',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalM,
  '@media (max-width: 639px)': {
    gridTemplateColumns: 'auto 1fr',
    gridTemplateAreas: '"faces names" "faces value"',
  },
});

const useValueClass = makeResetStyles({
  gridArea: 'value',
  alignSelf: 'start',
  justifySelf: 'start',
  boxSizing: 'border-box',
  minHeight: '24px',
  paddingInline: tokens.spacingHorizontalSNudge,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  borderRadius: tokens.borderRadiusCircular,
  color: tokens.colorNeutralForeground2,
  fontSize: tokens.fontSizeBase200,
  lineHeight: '22px',
  fontWeight: tokens.fontWeightSemibold,
  textDecorationLine: 'none',
  overflowWrap: 'anywhere',
  ':hover': {
    ...shorthands.borderColor(tokens.colorNeutralStroke1Hover),
    color: tokens.colorNeutralForeground2BrandHover,
  },
  '@media (max-width: 639px)': {
    paddingInline: 0,
    border: 'none',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});

const useTextClass = makeResetStyles({
  margin: 0,
  marginBlockStart: tokens.spacingVerticalM,
  maxWidth: '60ch',
  fontSize: tokens.fontSizeBase400,
  lineHeight: tokens.lineHeightBase400,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', height: '100%' },
  manyFaces: {
    gridTemplateColumns: '1fr auto',
    gridTemplateAreas: '"faces faces" "names value"',
    rowGap: tokens.spacingVerticalS,
    '@media (max-width: 639px)': {
      gridTemplateColumns: '1fr',
      gridTemplateAreas: '"faces" "names" "value"',
      rowGap: tokens.spacingVerticalNone,
    },
  },
  faces: { gridArea: 'faces' },
  facesAbove: { '@media (max-width: 639px)': { marginBlockEnd: tokens.spacingVerticalS } },
  names: { gridArea: 'names', minWidth: 0, overflowWrap: 'anywhere' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  effect: { marginBlockStart: tokens.spacingVerticalM },
  effectText: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  problem: { marginBlockStart: tokens.spacingVerticalM },
});

type KudosCardProps = { readonly kudos: KudosView; readonly now: Date };

/** A letter: to whom, from whom, the words. What one may do with it is in its foot. */
export function KudosCard({ kudos, now }: KudosCardProps) {
  const headClass = useHeadClass();
  const valueClass = useValueClass();
  const textClass = useTextClass();
  const styles = useStyles();
  const text = useText();
  const { t } = text;
  const { me } = useTeam();
  const calling = useCalling();
  const { linkTo } = useSearchState();
  const failed = useAside().failed.get(kudos.id);
  const heading = useId();
  const areMany = kudos.to.length > 2;
  const givenAt = new Date(kudos.createdAt);
  const from = {
    who: kudos.from.id === me.id ? 'me' : 'other',
    giver: calling.one(kudos.from),
    when: dayOf(givenAt, now, text),
  };

  return (
    <Sheet as="article" className={styles.card} aria-labelledby={heading} data-kudos={kudos.id}>
      <header className={mergeClasses(headClass, areMany && styles.manyFaces)}>
        <div className={mergeClasses(styles.faces, areMany && styles.facesAbove)}>
          <Faces people={kudos.to} size={40} />
        </div>
        <div className={styles.names}>
          <h3 id={heading} className={styles.name}>
            {calling.atStart(kudos.to)}
          </h3>
          <p className={styles.meta}>
            <time dateTime={kudos.createdAt} title={exactly(givenAt, text)}>
              {t('kudos.card.fromWho', from)}
            </time>
            {kudos.messageLink && (
              <>
                {' · '}
                <a className={styles.link} href={kudos.messageLink} target="_blank" rel="noopener noreferrer">
                  {t('kudos.card.message')}
                </a>
              </>
            )}
          </p>
        </div>
        {kudos.value && (
          <Link
            className={valueClass}
            href={linkTo({ value: kudos.value })}
            aria-label={t('kudos.card.valueFilter', { value: kudos.value })}
          >
            {kudos.value}
          </Link>
        )}
      </header>
      <p className={textClass} dir="auto">
        {kudos.text}
      </p>
      {kudos.effect && (
        <div className={styles.effect}>
          <p className={styles.meta}>{t('kudos.card.effect')}</p>
          <p className={styles.effectText} dir="auto">
            {kudos.effect}
          </p>
        </div>
      )}
      {failed && (
        <ProblemBar className={styles.problem} title={t('kudos.takeBackFailed', { reason: t(sentenceFor(failed)) })} />
      )}
      <KudosFoot kudos={kudos} />
    </Sheet>
  );
}
