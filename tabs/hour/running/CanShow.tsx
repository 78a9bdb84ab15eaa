import { folded } from '#contract/limits';
import { paths } from '#contract/paths';
import type { PersonPage } from '#contract/profile';
import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueries } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { teamKey, useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { useRunningStyles } from './runningStyles.ts';

const useTagClass = makeResetStyles({
  boxSizing: 'border-box',
  paddingBlock: '3px',
  paddingInline: tokens.spacingHorizontalS,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorBrandBackground2,
  color: tokens.colorBrandForeground2,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  overflowWrap: 'anywhere',
});

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  tags: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  // What is offered is filled; what is wished for is open.
  wish: {
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
  },
});

type Named = { readonly id: string; readonly name: string };

/** What those of a pair can show each other, and would like to learn: what fits first. Nothing where they told nothing. */
export function CanShow({ pair }: { pair: readonly Named[] }) {
  const shared = useRunningStyles();
  const styles = useStyles();
  const { t } = useText();
  const { team, me } = useTeam();
  const calling = useCalling();
  const people = calling.meFirst(pair);
  const told = useQueries({
    queries: people.map(({ id }) => ({
      queryKey: [...teamKey(team.id), 'hour', 'pair', id],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await get<PersonPage>(paths.person(team.id, id === me.id ? 'me' : id), signal)).body.person,
    })),
  });
  const wishes = (but: number) => told.flatMap(({ data }, at) => (at === but ? [] : (data?.wantsToLearn ?? [])));
  const offers = (but: number) => told.flatMap(({ data }, at) => (at === but ? [] : (data?.canShow ?? [])));
  return people.map((person, at) => {
    const { canShow = [], wantsToLearn = [], howToWork = '' } = told[at]?.data ?? {};
    const isMe = person.id === me.id;
    const name = calling.one(person);
    return [
      <Tags
        key={`${person.id} shows`}
        title={isMe ? t('running.pair.mine') : t('running.pair.show', { person: name })}
        tags={fittingFirst(canShow, wishes(at))}
      />,
      !isMe && (
        <Tags
          key={`${person.id} learns`}
          title={t('running.pair.learns', { person: name })}
          tags={fittingFirst(wantsToLearn, offers(at))}
          areWishes
        />
      ),
      !isMe && howToWork && (
        <section key={`${person.id} works`} className={styles.part}>
          <h2 className={shared.quiet}>{t('running.pair.how', { person: name })}</h2>
          <p dir="auto" className={shared.words}>
            {howToWork}
          </p>
        </section>
      ),
    ];
  });
}

function Tags({ title, tags, areWishes = false }: { title: string; tags: readonly string[]; areWishes?: boolean }) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const tagClass = useTagClass();
  if (tags.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={shared.quiet}>{title}</h2>
      <ul role="list" className={styles.tags}>
        {tags.map((tag) => (
          <li key={tag} dir="auto" className={mergeClasses(tagClass, areWishes && styles.wish)}>
            {tag}
          </li>
        ))}
      </ul>
    </section>
  );
}

function fittingFirst(tags: readonly string[], sought: readonly string[]): string[] {
  const known = new Set(sought.map(folded));
  return [...tags].sort((one, other) => Number(known.has(folded(other))) - Number(known.has(folded(one))));
}
