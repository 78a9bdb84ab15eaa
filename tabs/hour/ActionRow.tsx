import type { ActionView } from '#contract/hour';
import { mergeClasses } from '@fluentui/react-components';
import { Checkmark20Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import { Handshake20Regular } from '@fluentui/react-icons/headless/svg/handshake';
import type { ReactNode } from 'react';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Face } from '../ui/Face.tsx';
import { useTickClass } from '../ui/tickClass.ts';
import { useUnseenClass } from '../ui/unseenClass.ts';
import { ActionMenuButton } from './ActionMenuButton.tsx';
import { useActionDeed } from './actionQueries.ts';
import { useDueWords } from './dueWords.ts';
import { useRowClass, useRowStyles } from './rowStyles.ts';

const endings = {
  open: 'hour.action.isDone',
  done: 'hour.action.isDone',
  kept: 'hour.action.isKept',
  released: 'hour.action.isReleased',
} as const;

type ActionRowProps = {
  readonly action: ActionView;
  /** Which hour it is from, where that does not go without saying. */
  readonly origin?: ReactNode;
};

/** What somebody set out to do. Its owner ticks it; a promise is closed by who was promised it. */
export function ActionRow({ action, origin }: ActionRowProps) {
  const rowClass = useRowClass();
  const styles = useRowStyles();
  const tickClass = useTickClass();
  const unseenClass = useUnseenClass();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const dueWords = useDueWords();
  const deed = useActionDeed(action);
  const { text, owner, dueOn, promisedTo, status } = action;
  const whoIs = (person: ActionView['owner']) => (person.id === me.id ? 'me' : 'other');
  const isOpen = status === 'open';
  const isMine = owner.id === me.id;
  const due = dueOn ? dueWords(dueOn) : null;
  const promised = promisedTo && { who: whoIs(promisedTo), person: calling.one(promisedTo), due: due ?? '' };
  const fact = promised
    ? due
      ? t('hour.action.promisedDue', promised)
      : t('hour.action.promised', promised)
    : due && t('hour.action.due', { due });

  return (
    <li className={rowClass}>
      <span className={styles.icon}>
        {!isOpen ? (
          <Checkmark20Filled />
        ) : promisedTo ? (
          <Handshake20Regular />
        ) : (
          <input
            type="checkbox"
            className={tickClass}
            aria-label={t(isMine ? 'hour.action.done' : 'hour.action.theirs', {
              action: text,
              person: calling.inside([owner]),
            })}
            checked={false}
            disabled={!isMine}
            onChange={() => deed.mutate({ as: 'done' })}
          />
        )}
      </span>
      <p className={mergeClasses(styles.words, !isOpen && styles.done)}>
        <span dir="auto">{text}</span>
        {!isOpen && <span className={unseenClass}>{t(endings[status])}</span>}
      </p>
      {(fact || origin) && (
        <p className={styles.meta}>
          {fact}
          {fact && origin && ' · '}
          {origin}
        </p>
      )}
      {promisedTo?.id === me.id && isOpen && (
        <span className={styles.deed}>
          <Button
            size="small"
            aria-label={t('hour.action.keptOf', { action: text })}
            onClick={() => deed.mutate({ as: 'kept' })}
          >
            {t('hour.action.kept')}
          </Button>
        </span>
      )}
      <span className={styles.end}>
        <span className={unseenClass}>{t('hour.action.of', { who: whoIs(owner), person: calling.one(owner) })}</span>
        <Face person={owner} size={24} />
        <ActionMenuButton action={action} />
      </span>
    </li>
  );
}
