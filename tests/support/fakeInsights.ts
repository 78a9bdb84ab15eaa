/* Where Application Insights takes in what is sent to it: keeps all of it, as it came over the wire. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export type Metric = {
  readonly name: string;
  readonly value: number;
  readonly count: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Whose it is, and of which of its instances. */
  readonly role: string;
  readonly instance: string;
};

export type FakeInsights = {
  readonly connectionString: string;
  /** Every word that arrived, addresses and headers of the requests included. */
  everything(): string;
  metrics(): readonly Metric[];
  stop(): Promise<void>;
};

type Envelope = {
  tags: Readonly<Record<string, string>>;
  data: { baseData: { metrics: { name: string; value: number; count: number }[]; properties: object } };
};

export async function startFakeInsights(): Promise<FakeInsights> {
  const seen: string[] = [];
  const envelopes: Envelope[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const sent = Buffer.concat(chunks);
      const text = String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent);
      const items = JSON.parse(text) as Envelope[];
      seen.push(`${request.url} ${JSON.stringify(request.headers)} ${text}`);
      envelopes.push(...items);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ itemsReceived: items.length, itemsAccepted: items.length, errors: [] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: `InstrumentationKey=66666666-6666-4666-8666-666666666666;IngestionEndpoint=http://127.0.0.1:${port}/`,
    everything: () => seen.join('\n'),
    metrics: () =>
      envelopes.flatMap(({ tags, data: { baseData } }) =>
        baseData.metrics.map(({ name, value, count }) => ({
          name,
          value,
          count: count ?? 1,
          labels: baseData.properties as Metric['labels'],
          role: tags['ai.cloud.role']!,
          instance: tags['ai.cloud.roleInstance']!,
        })),
      ),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
