import type { PersonPage } from '#contract/profile';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { dayOf, exactly } from '../ui/when.ts';
import { Fact } from './Fact.tsx';
import { SharedGoal } from './SharedGoal.tsx';
import { Tags } from '../ui/Tags.tsx';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXL },
  },
  wide: { gridColumn: '1 / -1' },
  words: {
    margin: 0,
    maxWidth: '60ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '28px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  tags: { paddingBlockStart: tokens.spacingVerticalXS },
  list: { display: 'grid', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  quote: { margin: 0, maxWidth: '80ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What somebody tells about themselves, shares and was thanked for. No figures. */
export function PersonSheet({ page: { person, goals, thanks }, isMe }: { page: PersonPage; isMe: boolean }) {
  const styles = useStyles();
  const text = useText();
  const { t } = text;
  const calling = useCalling();
  const [now] = useState(() => new Date());
  const { about, howToWork, canShow, wantsToLearn, strengths } = person;
  const name = calling.one(person);
  const toldTags = [
    { key: 'people.person.canShow', tags: canShow, areWishes: false },
    { key: 'people.person.wantsToLearn', tags: wantsToLearn, areWishes: true },
    { key: 'people.person.strengths', tags: strengths, areWishes: false },
  ] as const;
  const hasToldNothing = !about && !howToWork && toldTags.every(({ tags }) => tags.length === 0);
  const open = goals.filter(({ status }) => status === 'open');
  const closed = goals.filter(({ status }) => status !== 'open');
  const sharing = { who: isMe ? 'me' : 'other', name, count: open.length };

  return (
    <Sheet roomy className={styles.sheet} aria-label={t('people.person.about', { name: person.name })}>
      {hasToldNothing && (
        <p className={styles.wide}>{isMe ? t('people.person.nothingMine') : t('people.person.nothing', { name })}</p>
      )}
      {about && <Words name={t('people.person.aboutMe')}>{about}</Words>}
      {howToWork && <Words name={t('people.person.howToWork')}>{howToWork}</Words>}
      {toldTags.map(
        ({ key, tags, areWishes }) =>
          tags.length > 0 && (
            <Fact key={key} name={t(key)}>
              <div className={styles.tags}>
                <Tags tags={tags} areWishes={areWishes} />
              </div>
            </Fact>
          ),
      )}
      {open.length > 0 && (
        <Fact name={t('people.person.goals', sharing)} className={styles.wide}>
          <ul role="list" className={styles.list}>
            {open.map((goal) => (
              <li key={goal.id}>
                <SharedGoal goal={goal} now={now} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {closed.length > 0 && (
        <Fact name={t('people.person.closedGoals')} className={styles.wide}>
          <ul role="list" className={styles.list}>
            {closed.map((goal) => (
              <li key={goal.id}>
                <SharedGoal goal={goal} now={now} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {thanks.length > 0 && (
        <Fact name={t('people.person.thanks')} className={styles.wide}>
          <ul role="list" className={styles.list}>
            {thanks.map((kudos) => (
              <li key={kudos.id}>
                <p className={styles.quote}>{t('people.person.quote', { text: kudos.text })}</p>
                <p className={styles.quiet}>
                  <time dateTime={kudos.createdAt} title={exactly(new Date(kudos.createdAt), text)}>
                    {t('people.person.thankedBy', {
                      name: calling.atStart([kudos.from]),
                      when: dayOf(new Date(kudos.createdAt), now, text),
                    })}
                  </time>
                </p>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </Sheet>
  );
}

function Words({ name, children }: { name: string; children: string }) {
  const styles = useStyles();
  return (
    <Fact name={name} className={styles.wide}>
      <p className={styles.words} dir="auto">
        {children}
      </p>
    </Fact>
  );
}
