/* Requests made from the service's own description of itself, right and wrong: never a fault, and every answer is as described. */
import { randomUUID } from 'node:crypto';
import Ajv, { type AnySchema } from 'ajv';
import * as fc from 'fast-check';
import { paths, routes } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { aStep, stepIdOf } from '../support/buildersOfGoals.ts';
import { type Service, startService } from '../support/server.ts';
import { aLineBody, anActionBody, aTopicBody, farThursday, farThursdays } from './everyHourRoute.ts';

type Schema = {
  readonly type?: string | string[];
  readonly const?: unknown;
  readonly enum?: unknown[];
  readonly anyOf?: Schema[];
  readonly properties?: Record<string, Schema>;
  readonly required?: string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};
type Operation = {
  readonly parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { content: { 'application/json': { schema: Schema } } };
  readonly responses: Record<string, { content?: Record<string, { schema: AnySchema }> }>;
  readonly security?: object[];
};
type Description = { readonly paths: Record<string, Record<string, Operation>> };

const runs = Number(process.env.FUZZ_REQUESTS ?? 700);
// As many as it takes for nobody to be in a hurry.
const people = Array.from({ length: 10 + runs / 50 }, (_, at) => `Person ${at}`);
const kudos = Array.from({ length: 5 }, () => randomUUID());
const goals = Array.from({ length: 5 }, () => randomUUID());
// What nobody of them may see: any answer that says a word of it has said too much.
const hidden = randomUUID();
const secret = 'Xanthippe';
const ajv = new Ajv({ strict: false, validateFormats: false });

let service: Service;
let team: string;
let operations: { method: string; path: string; operation: Operation }[];
beforeAll(async () => {
  service = await startService();
  team = (await service.haveTeam([...people, 'Keeper'], { values: ['Care', 'Courage'] })).teamId;
  await service.call('PUT', paths.kudos(team, kudos[0]!), {
    as: people[0]!,
    body: { to: [idOf(people[1]!)], text: 'Thank you for everything' },
  });
  for (const [at, id] of goals.entries())
    await service.call('PUT', paths.goal(team, id), {
      as: people[at]!,
      body: {
        title: 'Estimate aloud',
        audience: 'team',
        supporters: [idOf(people[at + 1]!)],
        steps: [aStep('One')],
        ask: 'Time',
      },
    });
  await service.call('PUT', paths.goal(team, hidden), {
    as: 'Keeper',
    body: { title: secret, why: secret, steps: [{ ...aStep('One'), text: secret }], ask: secret },
  });
  await haveHours();
  const { body } = await service.call('GET', routes.openapi);
  operations = Object.entries((body as Description).paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.security)
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
});
afterAll(() => service.stop());

/** Hours that are far away, with a topic, a line and an action item by each of some; and what their keeper keeps to themselves. */
async function haveHours() {
  const put = (path: string, as: string, body: object) => service.call('PUT', path, { as, body });
  await put(paths.schedule(team), people[0]!, farThursdays);
  for (const [at, id] of goals.entries()) {
    const who = people[at]!;
    await put(paths.topic(team, farThursday, id), who, aTopicBody);
    await put(paths.hourNote(team, farThursday, id), who, aLineBody);
    await put(paths.action(team, id), who, { ...anActionBody, promisedTo: idOf(people[at + 1]!) });
  }
  await put(paths.exitFromHour(team, farThursday), 'Keeper', { if: secret, then: secret });
}

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    "' or '1'='1",
    '${7*7}',
    '\u202eolleh',
    'a'.repeat(5000),
  ),
);

/** Mostly what the schema asks for, made of what there is. */
function like(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(like));
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, like(field)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
    }
    case 'array':
      return fc.array(like(schema.items!), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      });
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 200, 200) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return words(schema);
  }
}

function words({ format, pattern, maxLength }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid')
    return fc.oneof(fc.constantFrom(...people.map(idOf), ...kudos, ...goals, hidden, stepIdOf('One')), fc.uuid());
  if (format === 'date') return fc.constantFrom(farThursday, '2099-01-15', '2099-01-09', '2026-02-30');
  if (pattern?.includes('message')) return fc.constant('https://teams.microsoft.com/l/message/19:x/1');
  if (pattern) return fc.constantFrom('09:00', '17:30', '25:00');
  const usual = fc.constantFrom(
    'Care',
    'Thank you for the honest review',
    'Europe/Berlin',
    'ありがとう ございます ね',
    '👩‍👩‍👧‍👦',
  );
  return fc.oneof(usual, fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength ?? 60, 60) }));
}

/** Now and then something else entirely, somewhere. */
const bent = (schema: Schema): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: like(schema) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          like(schema),
          fc.oneof(fc.constantFrom(...Object.keys(schema.properties ?? { x: 1 })), strange),
          fc.oneof(strange, fc.jsonValue()),
        )
        .map(([value, field, odd]) => (typeof value === 'object' && value ? { ...value, [field]: odd } : odd)),
    },
  );

const partOf = (name: string, schema: Schema) => {
  const usual = {
    team: fc.constant<unknown>(team),
    person: fc.constantFrom('me', ...people.slice(0, 3).map(idOf)),
    date: fc.constantFrom(farThursday, '2099-01-15', '2099-01-09'),
  }[name];
  return fc.oneof(
    {
      weight: 8,
      arbitrary: usual ?? fc.oneof(fc.constantFrom<unknown>(...kudos, ...goals, hidden, stepIdOf('One')), like(schema)),
    },
    { weight: 1, arbitrary: strange },
  );
};

const request = () =>
  fc.constantFrom(...operations).chain(({ method, path, operation }) => {
    const { parameters = [], requestBody } = operation;
    const of = (place: string, make: (name: string, schema: Schema) => fc.Arbitrary<unknown>) =>
      fc.record(
        Object.fromEntries(
          parameters.filter((part) => part.in === place).map(({ name, schema }) => [name, make(name, schema)]),
        ),
        {
          requiredKeys: place === 'path' ? parameters.filter((part) => part.in === 'path').map(({ name }) => name) : [],
        },
      );
    return fc.record({
      method: fc.constant(method),
      path: fc.constant(path),
      operation: fc.constant(operation),
      who: fc.constantFrom(...people),
      parts: of('path', partOf),
      query: of('query', (_, schema) =>
        fc.oneof({ weight: 4, arbitrary: like(schema) }, { weight: 1, arbitrary: strange }),
      ),
      version: fc.constantFrom(null, '"bm9uZQ"', '*', 'W/"x"', '"', `"${'x'.repeat(300)}"`, '"Kg"', '"MQ"'),
      body: requestBody ? bent(requestBody.content['application/json'].schema) : fc.constant(undefined),
    });
  });

test('whatever is sent, the answer is one that was described', async () => {
  const met = new Map<number, number>();

  await fc.assert(
    fc.asyncProperty(request(), async ({ method, path, operation, who, parts, query, version, body }) => {
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String((parts as Record<string, unknown>)[name]).toWellFormed()),
      );
      const question = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
      const answer = await service.call(method, `${address}?${question}`, { as: who, body, version });

      expect(answer.status).toBeLessThan(500);
      const described = operation.responses[answer.status] ?? operation.responses.default!;
      const type = answer.headers.get('content-type')?.split(';')[0];
      if (answer.status === 204) expect(answer.body).toBe('');
      else {
        const schema = described.content?.[type ?? ''];
        expect({ type, status: answer.status, isDescribed: Boolean(schema) }).toMatchObject({ isDescribed: true });
        ajv.validate(schema!.schema, answer.body);
        expect(ajv.errors).toBeNull();
      }
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(JSON.stringify(answer.body)).not.toContain(secret);
      met.set(answer.status, (met.get(answer.status) ?? 0) + 1);
    }),
    { numRuns: runs },
  );

  // Both sides of the line were walked on.
  expect([...met.keys()]).toEqual(expect.arrayContaining([200, 400, 404]));
  expect(service.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('what needs no token is described as it is answered', async () => {
  const { body } = await service.call('GET', routes.openapi);

  for (const path of [routes.alive, routes.ready, routes.openapi]) {
    const answer = await service.call('GET', path);
    const described = (body as Description).paths[path]!.get!.responses['200']?.content?.['application/json'];
    expect({ path, status: answer.status, isDescribed: described !== undefined }).toEqual({
      path,
      status: 200,
      isDescribed: true,
    });
    ajv.validate(described!.schema, answer.body);
    expect(ajv.errors).toBeNull();
  }
});

test('every route is described, with what it takes and what it answers', async () => {
  const { body } = await service.call('GET', routes.openapi);

  const described = Object.entries((body as Description).paths).map(([path]) => path.replace(/\{(\w+)\}/g, ':$1'));
  expect(described.sort()).toEqual(Object.values(routes).sort());
  for (const { operation } of operations) {
    const good = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
    expect(good.length).toBeGreaterThan(0);
    expect(operation.responses.default).toBeDefined();
  }
});
