/** Runs over many things, a few at a time, and answers in their order. The first trouble ends it. */
export async function inParallel<Thing, Answer>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Answer>,
  atOnce = 16,
): Promise<Answer[]> {
  const answers = new Array<Answer>(things.length);
  let next = 0;
  async function worker() {
    while (next < things.length) {
      const index = next++;
      answers[index] = await work(things[index]!);
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  return answers;
}
