import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { TableClient } from '@azure/data-tables';
import { batchOf, batchOutcome, batchRequest } from '../../bot/storage/batch.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { startStorageProxy } from '../support/storageProxy.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

const etag = `W/"datetime'2026-11-19T12%3A00%3A00.0000000Z'"`;
const text = 'Grüße 🎉\n"quoted"';

test('a transaction is the request that the storage client would send, except that it deletes only what was seen', async () => {
  const proxy = await startStorageProxy(azurite);
  const table = freshTable();
  const client = TableClient.fromConnectionString(proxy.connectionString, table, { allowInsecureConnection: true });
  const row = (rowKey: string) => ({ partitionKey: 't.a', rowKey, text, v: 1 });

  // It is refused, since nothing of this is there; what counts is how it is asked.
  await expect(
    client.submitTransaction([
      ['create', row('kudos.a')],
      ['upsert', row('wall.a'), 'Replace'],
      ['update', row('wall.b'), 'Replace', { etag }],
      ['delete', { partitionKey: 't.a', rowKey: 'wall.c' }],
    ]),
  ).rejects.toThrow();
  const theirs = proxy.requests.at(-1)!;
  const endpoint = client.url;
  const batch = batchOf(`${endpoint}/${table}`, 't.a', [
    { do: 'insert', key: 'kudos.a', cells: { text, v: 1 } },
    { do: 'put', key: 'wall.a', cells: { text, v: 1 } },
    { do: 'replace', key: 'wall.b', cells: { text, v: 1 }, etag },
    { do: 'delete', key: 'wall.c', etag },
  ]);
  const ours = batchRequest(endpoint, batch, new AbortController().signal);
  await proxy.stop();

  expect(plain(batch.body)).toBe(plain(theirs.body).replace('If-Match: *', `If-Match: ${etag}`));
  expect(ours.url).toBe(`${endpoint}/$batch`);
  expect(ours.method).toBe(theirs.method);
  for (const [name, value] of ours.headers) {
    expect([name, plain(value)]).toEqual([name, plain(String(theirs.headers[name.toLowerCase()]))]);
  }
});

// Boundaries are made anew for every request.
const plain = (body: string) => body.replace(/(batch|changeset)_[0-9a-f-]{36}/g, '$1');

test.each([
  [
    'all of it done, and something of it deleted',
    202,
    answers(`204 No Content\r\nETag: ${etag}\r\nX: 1`, '204 No Content\r\nX: 1'),
    { status: 204, code: '', etags: [etag, ''] },
  ],
  [
    'one row in the way',
    202,
    answers('409 Conflict') + trouble('EntityAlreadyExists'),
    { status: 409, code: 'EntityAlreadyExists', etags: [] },
  ],
  [
    'one row changed',
    202,
    answers('412 Precondition Failed') + trouble('UpdateConditionNotSatisfied'),
    { status: 412, code: 'UpdateConditionNotSatisfied', etags: [] },
  ],
  ['storage busy', 503, trouble('ServerBusy'), { status: 503, code: 'ServerBusy', etags: [] }],
  ['refused at the door', 403, '', { status: 403, code: '', etags: [] }],
  ['fewer answers than questions', 202, answers('204 No Content'), null],
  ['an answer that is none', 202, '<html>', null],
  ['an empty answer', 202, '', null],
])('an answer is understood: %s', (_, status, bodyAsText, outcome) => {
  const request = createPipelineRequest({ url: 'http://storage' });

  expect(batchOutcome({ request, status, headers: createHttpHeaders(), bodyAsText }, 2)).toEqual(outcome);
});

function answers(...lines: string[]): string {
  return lines
    .map((line) => `--changesetresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 ${line}\r\n`)
    .join('');
}

function trouble(code: string): string {
  return `\r\n{"odata.error":{"code":"${code}","message":{"lang":"en-US","value":"0: HTTP/1.1 204"}}}`;
}
