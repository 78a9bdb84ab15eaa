import type { Recorded } from './storageProxy.ts';

/** One operation of a request: a transaction holds several. */
export type Operation = { readonly verb: string; readonly ifMatch: string | null };

export function operationsOf({ method, body, headers }: Recorded): Operation[] {
  if (!body.startsWith('--batch_')) return [{ verb: method, ifMatch: headers['if-match'] ?? null }];
  return body
    .split(/^--changeset_[^\r\n]+\r$/m)
    .map((part) => ({
      verb: /^(\w+) http\S+ HTTP\/1\.1\r$/m.exec(part)?.[1] ?? '',
      ifMatch: /^If-Match: (.*)\r$/im.exec(part)?.[1] ?? null,
    }))
    .filter(({ verb }) => verb !== '');
}

export const isTransaction = ({ url }: Recorded) => url.endsWith('/$batch');
export const isList = ({ method, url }: Recorded) => method === 'GET' && url.includes('$filter=');

/** What was asked for, counted: single rows, ranges and transactions, and the rows that the ranges held. */
export function countsOf(asked: readonly Recorded[]) {
  return {
    points: asked.filter((request) => !isTransaction(request) && !isList(request)).length,
    lists: asked.filter(isList).length,
    transactions: asked.filter(isTransaction).length,
    rows: asked.filter(isList).reduce((sum, { rows }) => sum + rows, 0),
  };
}

/** What no request may do: it would be slow in Azure, or overwrite what somebody else has just written. */
export function offencesOf(request: Recorded): string[] {
  const operations = operationsOf(request);
  const offences = [
    operations.some(({ ifMatch }) => ifMatch === '*') && 'writes over whatever is there',
    operations.some(({ verb }) => ['MERGE', 'PATCH'].includes(verb)) && 'merges',
    operations.some(({ verb, ifMatch }) => verb === 'DELETE' && ifMatch === null) && 'deletes unseen',
    isList(request) && !oneRange.test(filterOf(request)) && `filters by ${filterOf(request)}`,
    request.method === 'GET' &&
      !isList(request) &&
      !onePoint.test(decodeURIComponent(request.url)) &&
      'reads a whole table',
  ];
  return offences.filter((offence) => offence !== false);
}

const oneRange = /^PartitionKey eq '[\w.~-]+' and RowKey g[te] '[\w.~-]*' and RowKey l[te] '[\w.~-]+'$/;
const onePoint = /\(PartitionKey='[\w.~-]+',RowKey='[\w.~-]+'\)/;
const filterOf = ({ url }: Recorded) => new URL(url, 'http://storage').searchParams.get('$filter') ?? '';
