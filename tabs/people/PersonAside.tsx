import type { PersonPage } from '#contract/profile';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { Chat20Regular } from '@fluentui/react-icons/headless/svg/chat';
import { Edit20Regular } from '@fluentui/react-icons/headless/svg/edit';
import { Heart20Regular } from '@fluentui/react-icons/headless/svg/heart';
import { useRef } from 'react';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { useButtonLook } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Face } from '../ui/Face.tsx';
import { useArrival } from '../ui/useArrival.tsx';
import { useMinute } from '../ui/useMinute.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { cityOf } from '../ui/zones.ts';
import { AskRow } from './AskRow.tsx';
import { Fact } from './Fact.tsx';
import { inCommon } from './inCommon.ts';
import { useMyProfile } from './peopleQueries.ts';
import { timeThere, wallTime } from './placeAndTime.ts';

const useNameClass = makeResetStyles({
  margin: 0,
  marginBlockStart: tokens.spacingVerticalM,
  fontSize: tokens.fontSizeHero800,
  lineHeight: tokens.lineHeightHero800,
  fontWeight: tokens.fontWeightSemibold,
  letterSpacing: '-0.01em',
  overflowWrap: 'anywhere',
  outlineStyle: 'none',
  '@media (max-width: 639px)': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
});

const useStyles = makeStyles({
  aside: { display: 'grid', justifyItems: 'start', minWidth: 0 },
  role: { margin: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalL,
  },
  facts: { display: 'grid', rowGap: tokens.spacingVerticalL, marginBlockStart: tokens.spacingVerticalL },
  line: { margin: 0 },
  icon: { display: 'flex' },
  seen: { marginBlockStart: tokens.spacingVerticalM },
});

type PersonAsideProps = { readonly page: PersonPage; readonly isMe: boolean };

/** Who it is, what one can do now, and the facts around working together. */
export function PersonAside({ page: { person, signInName, asks }, isMe }: PersonAsideProps) {
  const nameClass = useNameClass();
  const chatLook = useButtonLook({});
  const styles = useStyles();
  const { t } = useText();
  const { team, members } = useTeam();
  const calling = useCalling();
  const link = useTeamLink();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  const { role, pronouns } = person;

  return (
    <header className={styles.aside}>
      <Face person={person} size={96} />
      <h1 ref={heading} tabIndex={-1} className={nameClass}>
        {person.name}
      </h1>
      {(role || pronouns) && (
        <p className={styles.role}>
          {role && pronouns ? t('people.roleAndPronouns', { role, pronouns }) : role || pronouns}
        </p>
      )}
      {isMe && (
        <div className={styles.seen}>
          <Audience>{t('people.person.mine', { count: members.length, team: team.name })}</Audience>
        </div>
      )}
      <div className={styles.actions}>
        {isMe ? (
          <ButtonLink appearance="primary" href={link('/people/me/edit')} icon={<Edit20Regular />}>
            {t('people.editMine')}
          </ButtonLink>
        ) : (
          <>
            <ButtonLink appearance="primary" href={link('/kudos', { give: person.id })} icon={<Heart20Regular />}>
              {t('kudos.give')}
            </ButtonLink>
            {signInName && (
              <a className={chatLook} href={chatWith(signInName)} target="_blank" rel="noopener noreferrer">
                <span className={styles.icon}>
                  <Chat20Regular />
                </span>
                {t('people.person.chat')}
              </a>
            )}
          </>
        )}
      </div>
      <div className={styles.facts}>
        <Hours person={person} />
        {!isMe && <InCommon person={person} name={calling.one(person)} />}
        {asks.length > 0 && (
          <Fact name={t('people.person.asks')}>
            {asks.map((ask) => (
              <AskRow key={ask.id} ask={ask} isMine={isMe} />
            ))}
          </Fact>
        )}
      </div>
    </header>
  );
}

function Hours({ person: { timeZone, workingHours } }: { person: PersonPage['person'] }) {
  const styles = useStyles();
  const { t, locale } = useText();
  const now = timeThere(timeZone, useMinute(), locale);
  const values = {
    start: workingHours ? wallTime(workingHours.start, locale) : '',
    end: workingHours ? wallTime(workingHours.end, locale) : '',
    city: cityOf(timeZone),
    now: now ?? '',
  };
  if (!workingHours && !now) return null;
  const said = !workingHours ? 'people.person.onlyZone' : now ? 'people.person.hoursThere' : 'people.person.onlyHours';
  return (
    <Fact name={t(workingHours ? 'people.person.hours' : 'people.person.zone')}>
      <p className={styles.line}>{t(said, values)}</p>
    </Fact>
  );
}

function InCommon({ person, name }: { person: PersonPage['person']; name: string }) {
  const styles = useStyles();
  const { t, list } = useText();
  const mine = useMyProfile();
  const common = mine.data ? inCommon(mine.data.body, person) : [];
  if (common.length === 0) return null;
  return (
    <Fact name={t('people.person.common', { name })}>
      {common.map(({ key, tags }) => (
        <p key={key} className={styles.line}>
          {t(key, { name, tags: list(tags) })}
        </p>
      ))}
    </Fact>
  );
}

/** Teams itself opens it; on the web it asks which Teams to use. */
const chatWith = (signInName: string) =>
  `https://teams.microsoft.com/l/chat/0/0?${new URLSearchParams({ users: signInName })}`;
