import { ManualClock } from '@roadbook/process';
import { CachingTokenVerifier } from './caching-token-verifier.js';

/** Counts how often it is asked; its tokens are valid for `minutes`. */
function counting(clock: ManualClock, minutes: number) {
  const asked: string[] = [];
  const verify = (token: string) => {
    asked.push(token);
    if (token === 'forged') return Promise.reject(new Error('refused'));
    const expiresAt = new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString();
    return Promise.resolve({
      identity: { actor: `a_${token}`, roles: ['cio'] as const },
      expiresAt,
    });
  };
  return { asked, verifier: new CachingTokenVerifier({ verify }, clock) };
}

describe('a verifier that remembers', () => {
  it('verifies a token once', async () => {
    const { asked, verifier } = counting(new ManualClock(), 60);
    expect((await verifier.verify('ana')).actor).toBe('a_ana');
    expect((await verifier.verify('ana')).actor).toBe('a_ana');
    expect((await verifier.verify('ben')).actor).toBe('a_ben');
    expect(asked).toStrictEqual(['ana', 'ben']);
  });

  it('verifies it again when it expires', async () => {
    const clock = new ManualClock();
    const { asked, verifier } = counting(clock, 2);
    await verifier.verify('ana');
    clock.advance({ minutes: 2 });
    await verifier.verify('ana');
    expect(asked).toHaveLength(2);
  });

  it('verifies it again after five minutes, when its key may have been withdrawn', async () => {
    const clock = new ManualClock();
    const { asked, verifier } = counting(clock, 60);
    await verifier.verify('ana');
    clock.advance({ minutes: 4, seconds: 59 });
    await verifier.verify('ana');
    expect(asked).toHaveLength(1);
    clock.advance({ seconds: 1 });
    await verifier.verify('ana');
    expect(asked).toHaveLength(2);
  });

  it('remembers no token that was refused', async () => {
    const { asked, verifier } = counting(new ManualClock(), 60);
    await expect(verifier.verify('forged')).rejects.toThrow('refused');
    await expect(verifier.verify('forged')).rejects.toThrow('refused');
    expect(asked).toHaveLength(2);
  });

  it('forgets the token that was not used for longest, beyond 10,000', async () => {
    const { asked, verifier } = counting(new ManualClock(), 60);
    await verifier.verify('used');
    await verifier.verify('unused');
    for (let n = 0; n < 9_998; n++) await verifier.verify(`other ${n}`);
    await verifier.verify('used');
    await verifier.verify('one more');
    asked.length = 0;
    await verifier.verify('used');
    await verifier.verify('unused');
    expect(asked).toStrictEqual(['unused']);
  });
});
