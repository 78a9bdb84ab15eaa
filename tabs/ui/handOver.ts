/** A file that was made here. */
export type MadeFile = { readonly name: string; readonly words: string; readonly type?: string };

/** Hands it to the browser. Whether that keeps it, nobody tells us. */
export function handOver({ name, words, type = 'application/json' }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([words], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only after the click was dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

let keeps = true;

/** Teams on phones and tablets drops the files that a page hands over, without a word. */
export const keepsFiles = () => keeps;
export const sayWhetherFilesAreKept = (does: boolean) => void (keeps = does);
