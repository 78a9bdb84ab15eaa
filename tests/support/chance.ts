/** Chance that can be repeated: `SEED=… ` runs the same again. */
export function seeded(seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32))) {
  let state = seed >>> 0;
  // Mulberry32: small, and good enough to choose what goes wrong next.
  const chance = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(chance() * things.length)]!;
  return { seed, chance, pick };
}

/** How often a property is tried: ten times as often where long runs are at home (`npm run test:faults`). */
export const often = (runs: number) => ({ numRuns: process.env.FAULTS ? 10 * runs : runs });
