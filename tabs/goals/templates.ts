import type { Text } from '../text/text.ts';
import type { StepWords, Words } from './goalWords.ts';

/** Ten first goals, each a skill to learn and none a number to reach. */
export const templates = [
  {
    title: 'goals.template.listen.title',
    outcome: 'goals.template.listen.outcome',
    if: 'goals.template.listen.if',
    then: 'goals.template.listen.then',
    steps: 'goals.template.listen.steps',
  },
  {
    title: 'goals.template.feedback.title',
    outcome: 'goals.template.feedback.outcome',
    if: 'goals.template.feedback.if',
    then: 'goals.template.feedback.then',
    steps: 'goals.template.feedback.steps',
  },
  {
    title: 'goals.template.speak.title',
    outcome: 'goals.template.speak.outcome',
    if: 'goals.template.speak.if',
    then: 'goals.template.speak.then',
    steps: 'goals.template.speak.steps',
  },
  {
    title: 'goals.template.no.title',
    outcome: 'goals.template.no.outcome',
    if: 'goals.template.no.if',
    then: 'goals.template.no.then',
    steps: 'goals.template.no.steps',
  },
  {
    title: 'goals.template.explain.title',
    outcome: 'goals.template.explain.outcome',
    if: 'goals.template.explain.if',
    then: 'goals.template.explain.then',
    steps: 'goals.template.explain.steps',
  },
  {
    title: 'goals.template.handOver.title',
    outcome: 'goals.template.handOver.outcome',
    if: 'goals.template.handOver.if',
    then: 'goals.template.handOver.then',
    steps: 'goals.template.handOver.steps',
  },
  {
    title: 'goals.template.numbers.title',
    outcome: 'goals.template.numbers.outcome',
    if: 'goals.template.numbers.if',
    then: 'goals.template.numbers.then',
    steps: 'goals.template.numbers.steps',
  },
  {
    title: 'goals.template.write.title',
    outcome: 'goals.template.write.outcome',
    if: 'goals.template.write.if',
    then: 'goals.template.write.then',
    steps: 'goals.template.write.steps',
  },
  {
    title: 'goals.template.focus.title',
    outcome: 'goals.template.focus.outcome',
    if: 'goals.template.focus.if',
    then: 'goals.template.focus.then',
    steps: 'goals.template.focus.steps',
  },
  {
    title: 'goals.template.run.title',
    outcome: 'goals.template.run.outcome',
    if: 'goals.template.run.if',
    then: 'goals.template.run.then',
    steps: 'goals.template.run.steps',
  },
] as const;
export type Template = (typeof templates)[number];

/** In the words of who reads, one step a line in the catalogue. */
export function filledWith(template: Template, { t }: Text): Pick<Words, 'title' | 'outcome' | 'steps' | 'ifThen'> {
  const step = (text: string): StepWords => ({ id: crypto.randomUUID(), text, done: false });
  return {
    title: t(template.title),
    outcome: t(template.outcome),
    steps: t(template.steps).split('\n').map(step),
    ifThen: { if: t(template.if), then: t(template.then) },
  };
}
