import type { KudosPreview } from '#contract/kudos';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { Chat20Regular } from '@fluentui/react-icons/headless/svg/chat';
import { Clock20Regular } from '@fluentui/react-icons/headless/svg/clock';
import { LockClosed20Regular } from '@fluentui/react-icons/headless/svg/lock-closed';
import { PersonVoice20Regular } from '@fluentui/react-icons/headless/svg/person-voice';
import type { ReactNode } from 'react';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';

const useBoxClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  columnGap: tokens.spacingHorizontalS,
  padding: tokens.spacingVerticalM,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground3,
});

const useStyles = makeStyles({
  icon: { display: 'flex' },
  title: { margin: 0 },
  why: {
    gridColumn: '2',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type Outcome = KudosPreview['outcome'];
type WhatHappensProps = { readonly id: string; readonly to: readonly string[]; readonly outcome: Outcome | undefined };

const icons = {
  channel: <Chat20Regular />,
  hour: <Clock20Regular />,
  private: <LockClosed20Regular />,
  no: <PersonVoice20Regular />,
} satisfies Record<Outcome, ReactNode>;

/** What will happen and who will see it, before it is sent. It says the effect of a wish, never whose wish it is. */
export function WhatHappens({ id, to, outcome }: WhatHappensProps) {
  const boxClass = useBoxClass();
  const styles = useStyles();
  const { t } = useText();
  const { team, members, me } = useTeam();
  const calling = useCalling();
  const thanked = members.filter((member) => to.includes(member.id));
  const people = calling.inside(thanked);
  const count = to.length;

  const said = {
    channel: [
      t('give.will.channel', { team: team.name }),
      t('audience.team', { count: members.length, team: team.name }),
    ],
    hour: [t('give.will.hour'), t('give.will.hourWhy', { count })],
    private: [t('give.will.private', { people }), t('audience.people', { people: calling.inside([me, ...thanked]) })],
    no: [t('give.will.no'), t('give.will.noWhy', { count })],
  } satisfies Record<Outcome, [string, string]>;
  const [title, why] = outcome && count > 0 ? said[outcome] : [t('give.will.unknown'), ''];

  return (
    <div id={id} role="status" aria-label={t('give.will')} className={boxClass}>
      <span className={styles.icon}>{icons[(count > 0 && outcome) || 'channel']}</span>
      <p className={styles.title}>{title}</p>
      {why && <p className={styles.why}>{why}</p>}
    </div>
  );
}
