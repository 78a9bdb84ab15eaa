import type { SegmentView } from '#contract/hour';
import type { TextKey } from '../../text/text.ts';

/** From what everybody can answer to what one says among people one trusts. */
export const depths = 3;
type ByDepth = readonly [light: readonly TextKey[], deeper: readonly TextKey[], deepest: readonly TextKey[]];

const talk: ByDepth = [
  ['running.prompt.talk1', 'running.prompt.talk2'],
  ['running.prompt.talk3'],
  ['running.prompt.talk4'],
];

const prompts: Readonly<Record<SegmentView['kind'], ByDepth>> = {
  welcome: [
    ['running.prompt.welcome1', 'running.prompt.welcome2'],
    ['running.prompt.welcome3'],
    ['running.prompt.welcome4'],
  ],
  pairs: [
    ['running.prompt.pairs1', 'running.prompt.pairs2', 'running.prompt.pairs3'],
    ['running.prompt.pairs4', 'running.prompt.pairs5'],
    ['running.prompt.pairs6', 'running.prompt.pairs7'],
  ],
  spotlight: [
    ['running.prompt.spotlight1', 'running.prompt.spotlight2'],
    ['running.prompt.spotlight3'],
    ['running.prompt.spotlight4'],
  ],
  ideas: talk,
  talk,
  close: [['running.prompt.close1', 'running.prompt.close2'], ['running.prompt.close3'], ['running.prompt.close4']],
};

/** A question to begin with, so that nobody stares at a blank page: the same for everybody, another one next week. */
export function promptFor(kind: SegmentView['kind'], date: string, another = 0, depth = 0): TextKey {
  const all = prompts[kind][depth % depths]!;
  const week = Math.floor(Date.parse(`${date}T00:00:00Z`) / (7 * 86_400_000));
  return all[(week + another) % all.length]!;
}

export const questionsAt = (kind: SegmentView['kind'], depth: number): number => prompts[kind][depth % depths]!.length;
