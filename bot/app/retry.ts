import { ChangedMeanwhile } from './ports.ts';

/** Thrown when who asks changes something as it is not any more: looking again would not help. */
export class Stale extends ChangedMeanwhile {
  override name = 'Stale';
}

// Each round one of them gets through: this is how many may change the same thing in the very same moment.
const maxTries = 40;

/** Whoever loses a race looks again. @throws ChangedMeanwhile */
export async function untilDone<Done>(deed: () => Promise<Done>): Promise<Done> {
  for (let tries = 1; ; tries++) {
    try {
      return await deed();
    } catch (trouble) {
      const isLost = trouble instanceof ChangedMeanwhile && !(trouble instanceof Stale);
      if (!isLost || tries === maxTries) throw trouble;
    }
  }
}
