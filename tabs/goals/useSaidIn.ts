import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { dateWords } from '../ui/localDates.ts';
import type { Field, Words } from './goalWords.ts';

/** What each part of the form is called where two versions of it are compared. */
export const nameOf = {
  title: 'goals.edit.title',
  outcome: 'goals.edit.outcome',
  why: 'goals.edit.whyField',
  dueOn: 'goals.edit.until',
  steps: 'goals.steps',
  ifThen: 'goals.edit.plan',
  seenBy: 'goals.edit.audience',
  ask: 'goals.edit.ask',
} as const satisfies Record<Field, TextKey>;

/** A part of a version as one reads it. */
export function useSaidIn() {
  const { t, locale } = useText();
  const { team, members } = useTeam();
  const calling = useCalling();

  const said: Record<Field, (words: Words) => string> = {
    title: ({ title }) => title,
    outcome: ({ outcome }) => outcome,
    why: ({ why }) => why,
    dueOn: ({ dueOn }) => dueOn && dateWords(dueOn, locale),
    steps: ({ steps }) =>
      steps
        .map(({ text: step, done }) => t(done ? 'goals.conflict.stepDone' : 'goals.conflict.step', { step }))
        .join('\n'),
    ifThen: ({ ifThen }) =>
      ifThen.if || ifThen.then
        ? t('goals.ifThen', { if: ifThen.if || '…', then: ifThen.then || '…' }).replaceAll('*', '')
        : '',
    seenBy: ({ seenBy }) => {
      if (seenBy.audience === 'me') return t('goals.edit.audience.me');
      const people = members.filter(({ id }) => seenBy.supporters.includes(id));
      const names = people.length > 0 ? calling.atStart(people) : t('goals.edit.audience.supporters');
      return seenBy.audience === 'team' ? t('goals.edit.audience.team', { team: team.name }) : names;
    },
    ask: ({ ask }) => (ask.toTeam && ask.text ? t('goals.conflict.askShown', { ask: ask.text }) : ask.text),
  };
  return (field: Field, words: Words) => said[field](words) || t('goals.conflict.nothing');
}
