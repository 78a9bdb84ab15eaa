import type { HourView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useCalling } from '../../api/useCalling.ts';
import { useTeam } from '../../api/team.ts';
import { useText } from '../../text/useText.ts';
import { useOnScreenClass } from '../../ui/paper.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Composer } from '../running/Composer.tsx';
import { Lines } from '../running/Lines.tsx';
import { myPair } from '../running/MyPair.tsx';
import { Outcome } from '../running/Outcome.tsx';
import { useMyLines } from '../running/useMyLines.ts';
import { statusIn } from '../status/statusQueries.ts';
import { StatusRows } from '../status/StatusRows.tsx';
import { useRunningStyles } from '../running/runningStyles.ts';

const useStyles = makeStyles({
  record: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
  who: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  // Faces stand on the edge, not the frame that a line has when it passes.
  lines: { marginInline: '-4px' },
  missing: { display: 'grid', rowGap: tokens.spacingVerticalS },
  // The heading stays with what it heads.
  heading: { breakAfter: 'avoid' },
});

/** What stays of an hour: what came of it first, then what was talked about, and every line. */
export function HourRecord({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const onScreenClass = useOnScreenClass();
  const shared = useRunningStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const lines = useMyLines(hour.date);
  const { facilitator, spotlight, present, topics, notes, thanks, exits } = hour;
  const talked = topics.filter(({ state }) => state === 'talked');
  const written = topics.filter(({ state }) => state === 'status');
  const pair = myPair(hour, me.id)?.filter(({ id }) => id !== me.id) ?? [];
  const who = { facilitator: facilitator ? calling.atStart([facilitator]) : '' };
  return (
    <Sheet roomy className={styles.record}>
      <div className={styles.who}>
        {facilitator && (
          <p className={shared.quiet}>
            {spotlight ? t('past.whoBoth', { ...who, spotlight: calling.atStart([spotlight]) }) : t('past.who', who)}
          </p>
        )}
        {present.length > 0 && (
          <p className={shared.quiet}>{t('past.present', { people: calling.atStart(present) })}</p>
        )}
        {pair.length > 0 && <p className={shared.quiet}>{t('past.pair', { people: calling.inside(pair) })}</p>}
      </div>
      <Part title={t('running.recap')}>
        <Outcome hour={hour} />
      </Part>
      {talked.length > 0 && (
        <Part title={t('past.talked')}>
          <Texts items={talked} />
        </Part>
      )}
      {written.length > 0 && (
        <Part title={t('hour.written')}>
          <Texts items={written} />
        </Part>
      )}
      {Boolean(statusIn(hour)?.length) && (
        <Part title={t('hour.status')}>
          <StatusRows hour={hour} />
        </Part>
      )}
      {thanks.length > 0 && (
        <Part title={t('past.thanks')}>
          <ul role="list" className={shared.list}>
            {thanks.map(({ id, from, to, text }) => (
              <li key={id}>
                <p className={shared.quiet}>
                  {t('running.thanks.by', { from: calling.atStart([from]), to: calling.inside(to) })}
                </p>
                <p className={shared.words}>
                  <span dir="auto">{text}</span>
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {(notes.length > 0 || lines.all.length > 0) && (
        <Part title={t('running.lines')}>
          <div className={styles.lines}>
            <Lines hour={hour} lines={lines} />
          </div>
        </Part>
      )}
      {exits.length > 0 && (
        <Part title={t('past.exits')}>
          <ul role="list" className={shared.list}>
            {exits.map(({ person, if: moment, then, isShared }) => (
              <li key={person.id}>
                <p className={shared.quiet}>
                  {isShared ? calling.atStart([person]) : `${calling.atStart([person])} · ${t('running.exit.onlyMe')}`}
                </p>
                <p className={shared.words}>
                  <span dir="auto">{t('running.exit.said', { if: moment, then })}</span>
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {!hour.isLocked && hour.status === 'held' && (
        <div className={`${onScreenClass} ${styles.missing}`}>
          <p className={shared.quiet}>{t('running.held.writable')}</p>
          <Composer hour={hour} lines={lines} />
        </div>
      )}
    </Sheet>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id} className={`${shared.heading} ${styles.heading}`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Texts({ items }: { items: HourView['topics'] }) {
  const shared = useRunningStyles();
  const calling = useCalling();
  return (
    <ul role="list" className={shared.list}>
      {items.map(({ id, author, text }) => (
        <li key={id}>
          <p className={shared.words}>
            <span dir="auto">{text}</span>
          </p>
          <p className={shared.quiet}>{calling.atStart([author])}</p>
        </li>
      ))}
    </ul>
  );
}
