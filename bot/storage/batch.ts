import { randomUUID } from 'node:crypto';
import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { Cells } from './limits.ts';

/*
 * A transaction on the wire. The SDK's own `submitTransaction` deletes with `If-Match: *`, whatever the row has become since, and
 * gives no way to say otherwise; so the request is built here, byte for byte as the SDK builds it (a test compares them), and sent
 * through the SDK's pipeline, which signs and retries it.
 */

export type Change =
  | { readonly do: 'insert' | 'put'; readonly key: string; readonly cells: Cells }
  | { readonly do: 'replace'; readonly key: string; readonly cells: Cells; readonly etag: string }
  | { readonly do: 'delete'; readonly key: string; readonly etag: string };

export type Batch = { readonly boundary: string; readonly body: string };

/** @param table its address, e.g. `https://account.table.core.windows.net/PeopleHour` */
export function batchOf(table: string, partition: string, changes: readonly Change[]): Batch {
  const boundary = `batch_${randomUUID()}`;
  const changeset = `changeset_${randomUUID()}`;
  const head = [`--${changeset}`, 'content-type: application/http', 'content-transfer-encoding: binary', ''];
  const parts = changes.flatMap((change) => [...head, ...subRequest(table, partition, change)]);
  const body = [
    `--${boundary}`,
    `content-type: multipart/mixed; boundary=${changeset}`,
    '',
    '',
    ...parts,
    `--${changeset}--`,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  return { boundary, body };
}

export function batchRequest(endpoint: string, { boundary, body }: Batch, abortSignal: AbortSignal): PipelineRequest {
  return createPipelineRequest({
    url: `${endpoint}/$batch`,
    method: 'POST',
    allowInsecureConnection: endpoint.startsWith('http:'),
    abortSignal,
    headers: createHttpHeaders({
      accept: 'application/json',
      'x-ms-version': '2019-02-02',
      DataServiceVersion: '3.0;',
      MaxDataServiceVersion: '3.0;NetFx',
      'content-type': `multipart/mixed; boundary=${boundary}`,
      'Accept-Charset': 'UTF-8',
      Connection: 'Keep-Alive',
    }),
    body,
  });
}

function subRequest(table: string, partition: string, change: Change): string[] {
  const address = `${table}(PartitionKey='${partition}',RowKey='${change.key}')`;
  if (change.do === 'delete') {
    return [
      `DELETE ${address} HTTP/1.1`,
      'Accept: application/json;odata=minimalmetadata',
      'DataServiceVersion: 3.0',
      `If-Match: ${change.etag}`,
      '',
      '',
    ];
  }
  const body = onOneLine(JSON.stringify({ PartitionKey: partition, RowKey: change.key, ...change.cells }));
  if (change.do === 'insert') {
    return [
      `POST ${table} HTTP/1.1`,
      'Content-Type: application/json;odata=nometadata',
      'Accept: application/json;odata=minimalmetadata',
      'DataServiceVersion: 3.0',
      'Prefer: return-no-content',
      '',
      '',
      body,
    ];
  }
  return [
    `PUT ${address} HTTP/1.1`,
    'Content-Type: application/json',
    'DataServiceVersion: 3.0',
    'Accept: application/json',
    ...(change.do === 'replace' ? [`If-Match: ${change.etag}`] : []),
    '',
    '',
    body,
  ];
}

export type Outcome = { readonly status: number; readonly code: string; readonly etags: readonly string[] };

/**
 * How a transaction went: 204 when every row of it did, with their etags in order (an empty one where the answer has none, as for what was
 * deleted); or the one trouble that undid all of it. `null` when the answer makes no sense.
 */
export function batchOutcome(response: PipelineResponse, size: number): Outcome | null {
  const body = response.bodyAsText ?? '';
  const code = /"code"\s*:\s*"(\w+)"/.exec(body)?.[1] ?? '';
  if (response.status !== 202) return { status: response.status, code, etags: [] };
  const answers = body.split(/^HTTP\/1\.1 (?=\d{3})/m).slice(1);
  const statuses = answers.map((answer) => Number(answer.slice(0, 3)));
  const trouble = statuses.find((status) => status >= 300);
  if (trouble) return { status: trouble, code, etags: [] };
  const etags = answers.map((answer) => /^etag:[ \t]*(.+?)\s*$/im.exec(answer)?.[1] ?? '');
  return statuses.length === size ? { status: 204, code, etags } : null;
}

/** JSON lets these two stand as they are, and Azurite takes them for the end of the line. */
function onOneLine(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
