/*
 * What Table Storage takes. Kept here because the emulator keeps few of these: what passes on a desk must not fail in Azure.
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */

export type Cell = string | number | boolean;
export type Cells = Readonly<Record<string, Cell>>;

export const limits = {
  keyLength: 512,
  properties: 252,
  stringLength: 32_768,
  rowBytes: 1_048_576,
  rowsInTransaction: 100,
  transactionBytes: 4 * 1_048_576,
} as const;

/** Thrown before anything is sent: this would not fit. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

export type Write = { readonly key: string; readonly cells?: Cells };

export function checkTransaction(partition: string, writes: readonly Write[]): void {
  if (writes.length === 0) throw new Error('A transaction needs a row');
  refuseIf(writes.length > limits.rowsInTransaction, 'rows in a transaction');
  if (new Set(writes.map(({ key }) => key)).size < writes.length) throw new Error('A transaction has each row once');
  checkKey(partition);
  for (const { key, cells = {} } of writes) {
    checkKey(key);
    checkRow(partition, key, cells);
  }
}

/** A transaction as it goes over the wire. */
export function checkPayload(body: string): void {
  refuseIf(Buffer.byteLength(body) > limits.transactionBytes, 'bytes in a transaction');
}

function checkKey(key: string): void {
  refuseIf(key.length > limits.keyLength, 'key');
  // eslint-disable-next-line no-control-regex
  if (/[/\\#?\u0000-\u001f\u007f-\u009f]/.test(key)) throw new Error('A key has a character that keys cannot hold');
}

function checkRow(partition: string, key: string, cells: Cells): void {
  const entries = Object.entries(cells);
  refuseIf(entries.length > limits.properties, 'properties');
  let bytes = 4 + 2 * (partition.length + key.length);
  for (const [name, cell] of entries) {
    const size = typeof cell === 'string' ? 4 + 2 * cell.length : 8;
    refuseIf(typeof cell === 'string' && cell.length > limits.stringLength, name);
    bytes += 8 + 2 * name.length + size;
  }
  refuseIf(bytes > limits.rowBytes, 'row');
}

function refuseIf(isTooLarge: boolean, what: string): void {
  if (isTooLarge) throw new TooLarge(`Too large for Table Storage: ${what}`);
}
