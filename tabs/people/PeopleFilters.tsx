import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleSearch20Regular } from '@fluentui/react-icons/headless/svg/people-search';
import { Link } from 'wouter';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { FilterLinks } from '../ui/FilterLinks.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import { type Looking, type Show, shows } from './looking.ts';

const useFiltersClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
  marginBlockEnd: tokens.spacingVerticalXL,
  '@media (max-width: 639px)': { rowGap: tokens.spacingVerticalS, marginBlockEnd: tokens.spacingVerticalL },
});

const useHelpClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalS,
  minHeight: '32px',
  borderRadius: tokens.borderRadiusMedium,
  color: tokens.colorBrandForegroundLink,
  textDecorationLine: 'none',
  ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
});

const useStyles = makeStyles({
  field: { width: '280px', '@media (max-width: 639px)': { width: '100%' } },
  help: { width: '100%' },
  icon: { display: 'flex', flexShrink: 0 },
});

const names = {
  everybody: 'people.show.everybody',
  showMe: 'people.show.showMe',
  showThem: 'people.show.showThem',
  free: 'people.show.free',
} satisfies Record<Show, TextKey>;

type PeopleFiltersProps = {
  readonly looking: Looking;
  readonly typed: string;
  readonly onType: (words: string) => void;
};

export function PeopleFilters({ looking, typed, onType }: PeopleFiltersProps) {
  const filtersClass = useFiltersClass();
  const helpClass = useHelpClass();
  const styles = useStyles();
  const { t } = useText();
  const { linkTo, change } = useSearchState();
  const words = typed.trim();
  return (
    <div className={filtersClass}>
      <SearchField
        className={styles.field}
        label={t('people.search')}
        hint={t('people.search.hint')}
        value={words}
        onType={onType}
        onSearch={(q) => change({ q, ...(q === '' && { help: null }) })}
      />
      <FilterLinks
        label={t('people.show')}
        choices={shows.map((show) => ({
          href: linkTo({ show: show === 'everybody' ? null : show, help: null }),
          name: t(names[show]),
          isChosen: show === looking.show && !looking.isForHelp,
        }))}
      />
      {words && !looking.isForHelp && (
        <div className={styles.help}>
          <Link className={helpClass} href={linkTo({ q: words, help: 'yes', show: null })}>
            <span className={styles.icon}>
              <PeopleSearch20Regular />
            </span>
            {t('people.help.offer', { words })}
          </Link>
        </div>
      )}
    </div>
  );
}
