/* Where the points of a plot stand: across from 0 to 100 by time, up by value. Pure, so that it can be looked at on its own. */

type Said = { readonly at: string; readonly confidence: number; readonly progress: { done: number; total: number } };
export type Point = { readonly across: number; readonly confidence: number; readonly done: number };

// Two check-ins of one day stay two points.
const closest = 6;

/** Oldest first. Time is true to scale as far as points stay apart. */
export function pointsOf(checkIns: readonly Said[]): readonly Point[] {
  const inOrder = [...checkIns].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const first = Date.parse(inOrder[0]?.at ?? '');
  const span = Date.parse(inOrder.at(-1)?.at ?? '') - first;
  let before = -closest;
  const spread = inOrder.map(({ at }) => {
    before = Math.max(span > 0 ? ((Date.parse(at) - first) / span) * 100 : 0, before + closest);
    return before;
  });
  const widest = Math.max(spread.at(-1) ?? 0, 1);
  return inOrder.map(({ confidence, progress }, place) => ({
    across: inOrder.length === 1 ? 50 : (spread[place]! / widest) * 100,
    confidence,
    done: progress.done,
  }));
}
