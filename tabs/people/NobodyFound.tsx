import type { PersonCard } from '#contract/profile';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useSearchState } from '../ui/useSearchState.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import type { Looking, Show } from './looking.ts';

const useStyles = makeStyles({
  none: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    marginBlock: tokens.spacingVerticalL,
  },
});

const sentences = {
  everybody: 'people.none',
  showMe: 'people.none.showMe',
  showThem: 'people.none.showThem',
  free: 'people.none.free',
} satisfies Record<Show, TextKey>;

type NobodyFoundProps = {
  readonly looking: Looking;
  readonly mine: PersonCard;
  /** The words that were typed may not be in the address yet. */
  readonly onShowAll: () => void;
};

/** Says why nobody is here, and how to go on. */
export function NobodyFound({ looking, mine, onShowAll }: NobodyFoundProps) {
  const linkClass = useLinkClass();
  const styles = useStyles();
  const { t } = useText();
  const { linkTo } = useSearchState();
  const link = useTeamLink();
  const { show, q } = looking;
  const isMineMissing =
    (show === 'showMe' && mine.wantsToLearn.length === 0) || (show === 'showThem' && mine.canShow.length === 0);
  const missing = show === 'showMe' ? 'people.none.tellWishes' : 'people.none.tellSkills';
  return (
    <div role="status" className={styles.none}>
      <span>{t(isMineMissing ? missing : q ? 'people.none' : sentences[show])}</span>
      {isMineMissing ? (
        <Link className={linkClass} href={link('/people/me/edit')}>
          {t('people.editMine')}
        </Link>
      ) : (
        <Link className={linkClass} href={linkTo({ show: null, q: null })} onClick={onShowAll}>
          {t('people.none.showAll')}
        </Link>
      )}
    </div>
  );
}
