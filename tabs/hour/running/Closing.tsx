import type { HourView } from '#contract/hour';
import { fits, goalLimits } from '#contract/limits';
import { type FormEvent, useState } from 'react';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Audience } from '../../ui/Audience.tsx';
import { Button } from '../../ui/Button.tsx';
import { LineField } from '../../ui/LineField.tsx';
import { OnOff } from '../../ui/OnOff.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { Recap } from './Recap.tsx';
import { useLeaveWith } from './runningQueries.ts';
import { useCardClass, useRunningStyles } from './runningStyles.ts';

/** One if-then each, and what stays of the hour, to read before it is closed. */
export function Closing({ hour }: { hour: HourView }) {
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t } = useText();
  const { me, team, members } = useTeam();
  const calling = useCalling();
  const leave = useLeaveWith(hour.date);
  const mine = hour.exits.find(({ person }) => person.id === me.id);
  const others = hour.exits.filter(({ person }) => person.id !== me.id);
  const [moment, setMoment] = useState(mine?.if ?? '');
  const [deed, setDeed] = useState(mine?.then ?? '');
  const [isShared, setIsShared] = useState(mine?.isShared ?? false);
  const isKept = mine?.if === moment.trim() && mine.then === deed.trim() && mine.isShared === isShared;
  const isWhole = [moment, deed].every((words) => words.trim() !== '' && fits(words.trim(), goalLimits.ifThen));

  function keep(event: FormEvent) {
    event.preventDefault();
    if (isWhole && !isKept) leave.mutate({ if: moment.trim(), then: deed.trim(), isShared });
  }

  return (
    <>
      {!hour.isLocked && (
        <section className={cardClass}>
          <h2 className={shared.heading}>{t('running.exit.title')}</h2>
          <form className={shared.form} onSubmit={keep}>
            <LineField label={t('running.exit.if')} value={moment} onChange={setMoment} limit={goalLimits.ifThen} />
            <LineField label={t('running.exit.then')} value={deed} onChange={setDeed} limit={goalLimits.ifThen} />
            <OnOff label={t('running.exit.share')} isOn={isShared} onChange={setIsShared} />
            <Audience isPrivate={!isShared}>
              {isShared ? t('audience.team', { count: members.length, team: team.name }) : t('running.exit.onlyMe')}
            </Audience>
            {leave.isError && (
              <ProblemBar title={t('running.failed', { reason: t(sentenceFor(codeOf(leave.error))) })} />
            )}
            <div className={shared.deeds}>
              <Button type="submit" disabled={!isWhole || isKept || leave.isPending}>
                {t('running.exit.save')}
              </Button>
            </div>
            {isKept && (
              <p role="status" className={shared.quiet}>
                {t('running.exit.saved')}
              </p>
            )}
          </form>
        </section>
      )}
      {others.length > 0 && (
        <section className={cardClass}>
          <h2 className={shared.quiet}>{t('running.exit.others')}</h2>
          <ul role="list" className={shared.list}>
            {others.map((exit) => (
              <li key={exit.person.id}>
                <p className={shared.quiet}>{calling.one(exit.person)}</p>
                <p dir="auto" className={shared.words}>
                  {t('running.exit.said', { if: exit.if, then: exit.then })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Recap hour={hour} />
    </>
  );
}
