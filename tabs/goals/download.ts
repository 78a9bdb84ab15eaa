/** Hands somebody a file that was made here. */
export function download(words: string, name: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by now; a moment more costs nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
