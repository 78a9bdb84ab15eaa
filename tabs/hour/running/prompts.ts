import type { SegmentView } from '#contract/hour';
import type { TextKey } from '../../text/text.ts';

const talk: readonly TextKey[] = ['running.prompt.talk1', 'running.prompt.talk2'];

const prompts: Readonly<Record<SegmentView['kind'], readonly TextKey[]>> = {
  welcome: ['running.prompt.welcome1', 'running.prompt.welcome2'],
  pairs: ['running.prompt.pairs1', 'running.prompt.pairs2', 'running.prompt.pairs3'],
  spotlight: ['running.prompt.spotlight1', 'running.prompt.spotlight2'],
  ideas: talk,
  talk,
  close: ['running.prompt.close1', 'running.prompt.close2'],
};

/** A question to begin with, so that nobody stares at a blank page: the same for everybody, another one next week. */
export function promptFor(kind: SegmentView['kind'], date: string, another = 0): TextKey {
  const all = prompts[kind];
  const week = Math.floor(Date.parse(`${date}T00:00:00Z`) / (7 * 86_400_000));
  return all[(week + another) % all.length]!;
}
