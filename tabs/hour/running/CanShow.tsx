import { folded } from '#contract/limits';
import { paths } from '#contract/paths';
import type { PersonPage } from '#contract/profile';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueries } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { teamKey, useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { Tags } from '../../ui/Tags.tsx';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  part: { display: 'grid', rowGap: tokens.spacingVerticalXS },
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
      <TagsOf
        key={`${person.id} shows`}
        title={isMe ? t('running.pair.mine') : t('running.pair.show', { person: name })}
        tags={fittingFirst(canShow, wishes(at))}
      />,
      !isMe && (
        <TagsOf
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

function TagsOf({ title, tags, areWishes }: { title: string; tags: readonly string[]; areWishes?: boolean }) {
  const styles = useStyles();
  const shared = useRunningStyles();
  if (tags.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={shared.quiet}>{title}</h2>
      <Tags tags={tags} areWishes={areWishes} />
    </section>
  );
}

function fittingFirst(tags: readonly string[], sought: readonly string[]): string[] {
  const known = new Set(sought.map(folded));
  return [...tags].sort((one, other) => Number(known.has(folded(other))) - Number(known.has(folded(one))));
}
