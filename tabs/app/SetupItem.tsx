import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/headless/svg/clock';
import { Warning20Regular } from '@fluentui/react-icons/headless/svg/warning';
import type { SetupView } from '#contract/setup';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';

type Item = SetupView['items'][number];

const icons = { good: CheckmarkCircle20Filled, wrong: Warning20Regular, waiting: Clock20Regular };
const states = {
  good: 'setup.state.good',
  wrong: 'setup.state.wrong',
  waiting: 'setup.state.waiting',
} as const satisfies Record<Item['state'], TextKey>;
const names = {
  address: 'setup.part.address',
  signIn: 'setup.part.signIn',
  tables: 'setup.part.tables',
  queues: 'setup.part.queues',
  exports: 'setup.part.exports',
  bot: 'setup.part.bot',
  teams: 'setup.part.teams',
} as const satisfies Record<Item['part'], TextKey>;
/** What Azure calls the role that lets somebody write there. */
const roles: Partial<Record<Item['part'], string>> = {
  tables: 'Storage Table Data Contributor',
  queues: 'Storage Queue Data Contributor',
  exports: 'Storage Blob Data Contributor',
};

const useStyles = makeStyles({
  item: { display: 'flex', columnGap: tokens.spacingHorizontalM },
  icon: { display: 'flex', flexShrink: 0, paddingBlockStart: tokens.spacingVerticalXXS },
  good: { color: tokens.colorCompoundBrandForeground1 },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  state: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  mend: { margin: 0, marginBlockStart: tokens.spacingVerticalXS, maxWidth: '60ch' },
  command: {
    display: 'block',
    marginBlockStart: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
  },
});

export function SetupItem({ item, identity }: { item: Item; identity: string | null }) {
  const styles = useStyles();
  const { t, locale } = useText();
  const { part, state, reason, value } = item;
  const Icon = icons[state];
  const role = roles[part];
  const lacksRole = reason === 'forbidden' && role !== undefined;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  const shown = part === 'teams' ? value && t('setup.heard', { when: when.format(new Date(value)) }) : value;
  const mend: TextKey = lacksRole ? 'setup.mend.role' : role ? 'setup.mend.storage' : mends[part as keyof typeof mends];
  return (
    <li className={styles.item}>
      <span className={mergeClasses(styles.icon, state === 'good' && styles.good)}>
        <Icon aria-hidden />
      </span>
      <div className={styles.body}>
        <h2 className={styles.name}>
          {t(names[part])} <span className={styles.state}>· {t(states[state])}</span>
        </h2>
        {shown && (
          <p className={styles.value}>
            <bdi>{shown}</bdi>
          </p>
        )}
        {state !== 'good' && <p className={styles.mend}>{t(mend)}</p>}
        {lacksRole && identity && (
          <code dir="ltr" className={styles.command}>
            {`az role assignment create --assignee ${identity} --role "${role}" --scope "$(az storage account show --name ${value} --query id --output tsv)"`}
          </code>
        )}
      </div>
    </li>
  );
}

const mends = {
  address: 'setup.mend.address',
  signIn: 'setup.mend.signIn',
  bot: 'setup.mend.bot',
  teams: 'setup.mend.teams',
} as const satisfies Partial<Record<Item['part'], TextKey>>;
