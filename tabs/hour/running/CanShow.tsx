import { paths } from '#contract/paths';
import type { PersonPage } from '#contract/profile';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
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
});

type CanShowProps = { readonly person: { readonly id: string; readonly name: string } };

/** What somebody of my pair can show the others, and how to work with them. Nothing where they told nothing. */
export function CanShow({ person }: CanShowProps) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const tagClass = useTagClass();
  const { t } = useText();
  const { team, me } = useTeam();
  const calling = useCalling();
  const isMe = person.id === me.id;
  const { data } = useQuery({
    queryKey: [...teamKey(team.id), 'hour', 'pair', person.id],
    queryFn: async ({ signal }) => (await get<PersonPage>(paths.person(team.id, isMe ? 'me' : person.id), signal)).body,
  });
  const { canShow = [], howToWork = '' } = data?.person ?? {};
  const name = calling.one(person);
  return (
    <>
      {canShow.length > 0 && (
        <section className={styles.part}>
          <h2 className={shared.quiet}>{isMe ? t('running.pair.mine') : t('running.pair.show', { person: name })}</h2>
          <ul role="list" className={styles.tags}>
            {canShow.map((tag) => (
              <li key={tag} dir="auto" className={tagClass}>
                {tag}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isMe && howToWork && (
        <section className={styles.part}>
          <h2 className={shared.quiet}>{t('running.pair.how', { person: name })}</h2>
          <p dir="auto" className={shared.words}>
            {howToWork}
          </p>
        </section>
      )}
    </>
  );
}
