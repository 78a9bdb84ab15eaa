/* Every way in which a token can be wrong, on every route. */
import { createHmac, generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import * as fc from 'fast-check';
import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { contoso, idOf } from '../support/builders.ts';
import { clientId, fabrikam, type Service, startService } from '../support/server.ts';
import { everyRoute } from './everyRoute.ts';

let service: Service;
beforeAll(async () => void (service = await startService({ tenantIds: [contoso] })));
afterAll(() => service.stop());

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const base64 = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

const good = (of: Partial<JWTPayload> = {}) => ({
  ...service.entra.claims({ oid: idOf('Amara'), tid: contoso }),
  ...of,
});
const signed = (of: Partial<JWTPayload> = {}, header = {}) => service.entra.sign(good(of), header);
const without = (claim: string) => {
  const { [claim]: _, ...rest } = good();
  return service.entra.sign(rest);
};
const byStranger = (header = {}) =>
  new SignJWT(good()).setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header }).sign(stranger.privateKey);

const bad: Record<string, () => Promise<string> | string> = {
  'that has expired': () => signed({ exp: now() - 330 }),
  'that is not valid yet': () => signed({ nbf: now() + 330 }),
  'for another app': () => signed({ aud: '77777777-7777-4777-8777-777777777777' }),
  'for the app by its address, as v1 has it': () => signed({ aud: `api://tab.example/${clientId}` }),
  'for us among others': () => signed({ aud: [clientId, 'somebody-else'] }),
  'for nobody': () => without('aud'),
  'of another issuer': () => signed({ iss: 'https://sts.windows.net/11111111-1111-4111-8111-111111111111/' }),
  'of our issuer and another tenant': () => signed({ tid: fabrikam }),
  'of a tenant that is not let in': () =>
    service.entra.sign(service.entra.claims({ oid: idOf('Amara'), tid: fabrikam })),
  'without a tenant': () => without('tid'),
  'without a person': () => without('oid'),
  'with a person that is no id': () => signed({ oid: 'amara@contoso.test' }),
  'of version 1': () => signed({ ver: '1.0' }),
  'without a version': () => without('ver'),
  'for the app alone': () => signed({ idtyp: 'app', scp: undefined, roles: ['Everything'] }),
  'for the app alone, with a scope': () => signed({ idtyp: 'app' }),
  'without a scope': () => without('scp'),
  'with a scope that only begins like ours': () => signed({ scp: 'access_as_user_of_something' }),
  'with a list of scopes that is no text': () => signed({ scp: ['access_as_user'] }),
  'for another client than Teams': () => signed({ azp: '88888888-8888-4888-8888-888888888888' }),
  'for no client': () => without('azp'),
  'without an end': () => without('exp'),
  'with an end that is text': () => signed({ exp: `${now() + 3600}` as unknown as number }),
  'that is not signed': () => `${base64({ alg: 'none', kid: 'key-1' })}.${base64(good())}.`,
  'that is not signed, in capitals': () => `${base64({ alg: 'NONE', kid: 'key-1' })}.${base64(good())}.x`,
  'signed with the public key as a secret': async () => {
    const head = `${base64({ alg: 'HS256', kid: 'key-1' })}.${base64(good())}`;
    return `${head}.${createHmac('sha256', await service.entra.publicPem())
      .update(head)
      .digest('base64url')}`;
  },
  'signed with our key in another way': () => {
    const head = `${base64({ alg: 'RS512', kid: 'key-1' })}.${base64(good())}`;
    return `${head}.${sign('sha512', Buffer.from(head), KeyObject.from(service.entra.keys().privateKey)).toString('base64url')}`;
  },
  'signed by a stranger': () => byStranger(),
  'signed with a key that nobody published': () => byStranger({ kid: 'key-99' }),
  'with a key id that is a path': () => byStranger({ kid: '../../../../dev/null' }),
  'with a key id that is an address': () => byStranger({ kid: 'https://evil.example/keys' }),
  'without a key id': () => byStranger({ kid: undefined }),
  'that brings its own key': async () => byStranger({ jwk: await exportJWK(stranger.publicKey) }),
  'that says where its key is': () => byStranger({ jku: 'https://evil.example/keys' }),
  'that says where its certificate is': () => byStranger({ x5u: 'https://evil.example/certificate' }),
  'with an extension that must be understood': async () =>
    `${base64({ alg: 'RS256', kid: 'key-1', crit: ['b64'], b64: false })}.${(await byStranger()).split('.').slice(1).join('.')}`,
  'with another person written in': async () => {
    const [head, , signature] = (await signed()).split('.');
    return `${head}.${base64(good({ oid: idOf('Mei') }))}.${signature}`;
  },
  'with its signature cut off': async () => (await signed()).replace(/\.[^.]*$/, '.'),
  'with an additional part': async () => `${await signed()}.extra`,
  'of two tokens': async () => `${await signed()} ${await signed()}`,
  'with a list for claims': async () => `${(await signed()).split('.')[0]}.${base64([good()])}.x`,
  'that is no token': () => 'x',
  'that is empty': () => '',
  'of signs': () => '...',
  'that is larger than any': () => signed({ groups: 'g'.repeat(9000) }),
};

test.each(Object.entries(bad))('a token %s opens no route', async (_, make) => {
  const token = await make();

  for (const { method, path, body } of everyRoute('19:any@thread.tacv2')) {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await service.call(method, path, { body, headers });
    expect({ method, path, status: answer.status, code: answer.body.code }).toEqual({
      method,
      path,
      status: 401,
      code: 'token.invalid',
    });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(JSON.stringify(answer.body)).not.toMatch(/at .*\.[jt]s|signature|expired|kid/i);
  }
});

test('no token, another scheme and two headers open no route', async () => {
  const token = await service.tokenFor('Amara');
  const ask = async (headers: [string, string][]) => {
    const { request } = await import('node:http');
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sent = request(`${service.url}/api/me`, { headers: headers.flat() as never }, (response) => {
        let body = '';
        response
          .on('data', (chunk) => (body += chunk))
          .on('end', () => resolve({ status: response.statusCode!, body }));
      });
      sent.on('error', reject).end();
    });
  };
  const host = ['host', new URL(service.url).host] as [string, string];

  const answers = await Promise.all([
    ask([host]),
    ask([host, ['authorization', `Basic ${Buffer.from('amara:secret').toString('base64')}`]]),
    ask([host, ['authorization', token]]),
    ask([host, ['authorization', `Bearer ${token}`], ['Authorization', `Bearer ${token}`]]),
    ask([host, ['authorization', `Bearer ${token}`]]),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 200]);
  expect(JSON.parse(answers[0]!.body).code).toBe('token.missing');
});

test('a good token is good: of any Teams client, within five minutes of its times, with more scopes than ours', async () => {
  const kinds = [
    signed(),
    signed({ azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' }),
    signed({ exp: now() - 200 }),
    signed({ nbf: now() + 200 }),
    signed({ scp: 'profile access_as_user email' }),
    signed({ name: undefined }),
  ];

  for (const token of kinds) {
    const { status, body } = await service.call('GET', '/api/me', {
      headers: { authorization: `Bearer ${await token}` },
    });
    expect([status, body.person?.id]).toEqual([200, idOf('Amara')]);
  }
});

test('whatever is done to a good token makes it a bad one', async () => {
  const token = await signed();
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 30), fc.constantFrom(...signs), async (at, sign) => {
      fc.pre(token[at] !== sign);
      const changed = token.slice(0, at) + sign + token.slice(at + 1);
      const { status } = await service.call('GET', '/api/me', { headers: { authorization: `Bearer ${changed}` } });
      return status === 401;
    }),
    { numRuns: 150 },
  );
});

test('keys are asked for once, not with every token that names one that nobody has', async () => {
  await service.call('GET', '/api/me', { as: 'Amara' });
  const before = service.entra.asked();

  const tokens = await Promise.all(Array.from({ length: 20 }, (_, at) => byStranger({ kid: `invented-${at}` })));
  for (const token of tokens) await service.call('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } });

  expect(service.entra.asked() - before).toBeLessThanOrEqual(1);
});
