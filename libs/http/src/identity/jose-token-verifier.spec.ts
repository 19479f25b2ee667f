import { ManualClock } from '@roadbook/process';
import { SignJWT, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import type { JWTPayload } from 'jose';
import { Problem } from '../problem/problem-details.js';
import { ActorIds } from './actor-ids.js';
import { JoseTokenVerifier } from './jose-token-verifier.js';

const clock = new ManualClock('2026-01-01T12:00:00.000Z');
const nowSeconds = Date.parse(clock.now()) / 1000;
const actorIds = new ActorIds('0f'.repeat(32));

const claims = {
  iss: 'https://id.example.org',
  aud: 'roadbook',
  sub: 'ana',
  exp: nowSeconds + 60,
  roles: ['cio', 'cpo'],
};

/** An identity provider with a key of this algorithm, and a verifier that trusts it. */
async function provider(alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg }] });
  const expected = { issuer: claims.iss, audience: claims.aud };
  const verifier = new JoseTokenVerifier(keys, expected, actorIds, clock);
  const sign = (payload: JWTPayload, header: object = {}) =>
    new SignJWT(payload).setProtectedHeader({ alg, kid: 'one', ...header }).sign(privateKey);
  return { verifier, sign };
}

async function faultIn(verifier: JoseTokenVerifier, token: string) {
  try {
    await verifier.verify(token);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.details.status).toBe(401);
    return error.details.detail?.replace('the token is not accepted: ', '');
  }
}

describe('the verification of a token', () => {
  let at: Awaited<ReturnType<typeof provider>>;
  beforeAll(async () => {
    at = await provider('ES256');
  });

  it.each(['ES256', 'RS256', 'PS256', 'EdDSA'])('accepts %s', async (alg) => {
    const { verifier, sign } = await provider(alg);
    expect(await verifier.verify(await sign(claims))).toStrictEqual({
      identity: { actor: actorIds.of(claims.iss, 'ana'), roles: ['cio', 'cpo'] },
      expiresAt: '2026-01-01T12:01:00.000Z',
    });
  });

  it('takes the projects that a token is limited to', async () => {
    const token = await at.sign({ ...claims, projects: ['shop'] });
    expect((await at.verifier.verify(token)).identity.projects).toStrictEqual(['shop']);
  });

  it.each([
    ['has expired', { exp: nowSeconds - 16 }, 'it has expired'],
    ['never expires', { exp: undefined }, 'its claim exp is wrong'],
    ['expires later than any date', { exp: 1e15 }, 'its claim exp is wrong'],
    ['is of another issuer', { iss: 'https://evil.example.org' }, 'its claim iss is wrong'],
    ['is for another audience', { aud: 'other' }, 'its claim aud is wrong'],
    ['is not valid yet', { nbf: nowSeconds + 16 }, 'its claim nbf is wrong'],
    ['has no subject', { sub: undefined }, 'its claim sub is wrong'],
    ['has an empty subject', { sub: '' }, 'it needs an issuer (iss) and a subject (sub)'],
    ['has no roles', { roles: undefined }, 'its roles must be a list of names of roles'],
    ['has an empty list of roles', { roles: [] }, 'its roles must be a list of names of roles'],
    [
      'has a role that does not exist',
      { roles: ['cio', 'boss'] },
      'its roles must be a list of names of roles',
    ],
    [
      'claims to be the system',
      { roles: ['system'] },
      'its roles must be a list of names of roles',
    ],
    ['has a text as its roles', { roles: 'cio' }, 'its roles must be a list of names of roles'],
    [
      'has projects that are no names',
      { projects: [1] },
      'its projects must be a list of names of projects',
    ],
  ])('refuses a token that %s', async (_, change, fault) => {
    expect(await faultIn(at.verifier, await at.sign({ ...claims, ...change }))).toBe(fault);
  });

  it('allows for clocks that differ by 15 seconds', async () => {
    expect(
      await faultIn(at.verifier, await at.sign({ ...claims, exp: nowSeconds - 14 })),
    ).toBeUndefined();
    expect(
      await faultIn(at.verifier, await at.sign({ ...claims, nbf: nowSeconds + 14 })),
    ).toBeUndefined();
  });

  it('refuses a token that somebody else signed', async () => {
    const other = await provider('ES256');
    expect(await faultIn(at.verifier, await other.sign(claims))).toBe('its signature is wrong');
  });

  it('refuses a token that was changed', async () => {
    const [header = '', , signature = ''] = (await at.sign(claims)).split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, roles: ['cso'] })).toString('base64url');
    expect(await faultIn(at.verifier, [header, forged, signature].join('.'))).toBe(
      'its signature is wrong',
    );
  });

  it('refuses a token of an unknown key', async () => {
    expect(await faultIn(at.verifier, await at.sign(claims, { kid: 'two' }))).toBe(
      'it names no key (kid) that is known here',
    );
  });

  it('refuses a shared secret, and no signature at all', async () => {
    const secret = new TextEncoder().encode('x'.repeat(32));
    const shared = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await faultIn(at.verifier, shared)).toBe('its algorithm is not allowed here');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = [part({ alg: 'none' }), part(claims), ''].join('.');
    expect(await faultIn(at.verifier, unsigned)).toBe('its algorithm is not allowed here');
  });

  it.each(['', 'a', 'a.b', 'a.b.c', '....'])('refuses "%s", which is no token', async (token) => {
    expect(await faultIn(at.verifier, token)).toBe('it is no signed JSON Web Token');
  });

  it('blames itself when the keys cannot be had', async () => {
    const unreachable = () => Promise.reject(new TypeError('fetch failed'));
    const expected = { issuer: claims.iss, audience: claims.aud };
    const verifier = new JoseTokenVerifier(unreachable, expected, actorIds, clock);
    await expect(verifier.verify(await at.sign(claims))).rejects.toMatchObject({
      details: { status: 503, type: 'urn:roadbook:problem:unavailable' },
    });
  });
});
