import { jest } from '@jest/globals';
import { Health } from './health.js';

const well = { name: 'store', ask: () => undefined };

function started(...checks: Parameters<Health['watch']>[0][]) {
  const health = new Health();
  for (const check of checks) health.watch(check);
  health.markStarted();
  return health;
}

describe('health', () => {
  it('is live as long as it answers', async () => {
    expect(await new Health().live()).toStrictEqual({ healthy: true, checks: [] });
  });

  it('is neither started nor ready before start-up has ended', async () => {
    const health = new Health();
    const { healthy, checks } = await health.started();
    expect({ healthy, checks }).toStrictEqual({
      healthy: false,
      checks: [{ name: 'start-up', wrong: 'still starting' }],
    });
    expect((await health.ready()).healthy).toBe(false);
  });

  it('waits for every part of a process that has several', async () => {
    const health = new Health();
    const [one, other] = [{}, {}];
    for (const part of [one, other]) health.awaits(part);
    health.markStarted(one);
    expect((await health.started()).healthy).toBe(false);
    health.markStarted(other);
    expect((await health.started()).healthy).toBe(true);
  });

  it('is ready when start-up has ended and every check is well', async () => {
    expect(await started(well).ready()).toStrictEqual({
      healthy: true,
      checks: [{ name: 'start-up' }, { name: 'shutdown' }, { name: 'store' }],
    });
  });

  it('is not ready while a check is wrong, but stays started', async () => {
    const health = started({ name: 'store', ask: () => Promise.resolve('the disk is full') });
    expect((await health.ready()).checks).toContainEqual({
      name: 'store',
      wrong: 'the disk is full',
    });
    expect((await health.started()).healthy).toBe(true);
  });

  it('tells what has to be known although all is well', async () => {
    const { healthy, checks } = await started({ ...well, note: 'it is a copy' }).ready();
    expect(healthy).toBe(true);
    expect(checks).toContainEqual({ name: 'store', note: 'it is a copy' });
  });

  it('keeps the message of a check that throws to itself', async () => {
    const health = started({
      name: 'store',
      ask: () => {
        throw new Error('cannot open /srv/data');
      },
    });
    expect((await health.ready()).checks).toContainEqual({
      name: 'store',
      wrong: 'the check itself failed',
    });
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    const asked = started({ name: 'store', ask: () => new Promise(() => undefined) }).ready();
    await jest.advanceTimersByTimeAsync(1_000);
    jest.useRealTimers();
    expect((await asked).checks).toContainEqual({
      name: 'store',
      wrong: 'no answer within 1000 ms',
    });
  });

  it('is not ready any more when it stops, and start-up does not bring it back', async () => {
    const health = started();
    health.markStopping();
    health.markStarted();
    expect((await health.ready()).checks).toContainEqual({ name: 'shutdown', wrong: 'stopping' });
  });
});
