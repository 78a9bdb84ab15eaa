import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { Filter20Regular } from '@fluentui/react-icons/headless/svg/filter';
import { Suspense, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { FilterLinks } from '../ui/FilterLinks.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import type { Question } from './question.ts';
import { fluentPart } from '../ui/part.tsx';

const FilterPopover = fluentPart(async () => (await import('./FilterPopover.tsx')).FilterPopover);

const useFiltersClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
  marginBlockEnd: tokens.spacingVerticalL,
});

const useChoiceClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalXS,
  boxSizing: 'border-box',
  minHeight: '24px',
  paddingInline: tokens.spacingHorizontalS,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusCircular,
  backgroundColor: tokens.colorBrandBackground2,
  color: tokens.colorBrandForeground2,
  fontSize: tokens.fontSizeBase200,
  textDecorationLine: 'none',
  overflowWrap: 'anywhere',
  ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
});

const useStyles = makeStyles({
  search: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    '@media (max-width: 639px)': { width: '100%' },
  },
  field: { width: '280px', '@media (max-width: 639px)': { width: 'auto', flexGrow: 1 } },
  chosen: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, width: '100%' },
});

const shows = [
  { show: 'everything', key: 'kudos.show.everything' },
  { show: 'toMe', key: 'kudos.show.toMe' },
  { show: 'fromMe', key: 'kudos.show.fromMe' },
] as const;

export function KudosFilters({ question }: { question: Question }) {
  const filtersClass = useFiltersClass();
  const styles = useStyles();
  const { t } = useText();
  const { members } = useTeam();
  const calling = useCalling();
  const { linkTo, change } = useSearchState();
  const [isChoosing, setIsChoosing] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  const person = members.find(({ id }) => id === question.person);

  return (
    <div className={filtersClass}>
      <FilterLinks
        label={t('kudos.show')}
        choices={shows.map(({ show, key }) => ({
          href: linkTo({ show: show === 'everything' ? null : show }),
          name: t(key),
          isChosen: show === question.show,
        }))}
      />
      <div ref={search} className={styles.search}>
        <SearchField
          className={styles.field}
          label={t('kudos.search')}
          hint={t('kudos.search.hint')}
          value={question.q}
          onSearch={(q) => change({ q })}
        />
        <IconButton
          label={t('kudos.filter')}
          icon={<Filter20Regular />}
          aria-haspopup="dialog"
          aria-expanded={isChoosing}
          onClick={() => setIsChoosing(true)}
        />
        <Suspense fallback={null}>
          {isChoosing && (
            <FilterPopover
              question={question}
              target={search}
              onChange={change}
              onClose={() => {
                setIsChoosing(false);
                search.current?.querySelector('button')?.focus();
              }}
            />
          )}
        </Suspense>
      </div>
      {(question.person || question.value) && (
        <div className={styles.chosen}>
          {question.person && (
            <Choice
              name={person ? calling.atStart([person]) : t('kudos.filter.anybody')}
              href={linkTo({ person: null })}
            />
          )}
          {question.value && <Choice name={question.value} href={linkTo({ value: null })} />}
        </div>
      )}
    </div>
  );
}

function Choice({ name, href }: { name: string; href: string }) {
  const choiceClass = useChoiceClass();
  const { t } = useText();
  return (
    <Link className={choiceClass} href={href} aria-label={t('kudos.filter.remove', { name })}>
      {name}
      <Dismiss16Regular />
    </Link>
  );
}
