/** A list of choices cannot tell two of the same title apart, so the second Ana Silva is `Ana Silva (2)`. */
export function choicesOf(things: readonly { readonly id: string; readonly name: string }[]): Choice[] {
  const seen = new Map<string, number>();
  return things.map(({ id, name }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { title: count > 1 ? `${name} (${count})` : name, value: id };
  });
}

export type Choice = { readonly title: string; readonly value: string };
