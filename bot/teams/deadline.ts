import { Away } from '../app/ports.ts';

/** Teams waits five seconds for the answer to an invoke and then says that the app does not answer; we say it better, and earlier. */
export const answerWithinMs = 4_000;

/** What is late goes on, and whoever asks again finds it done. @throws Away */
export async function inTime<Result>(work: Promise<Result>, ms = answerWithinMs): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Away('What was asked')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
