import { BackOff } from './back-off.js';

const delays = { firstMs: 100, mostMs: 1_000 };

describe('backing off', () => {
  it('doubles the delay with every failure, up to the most', () => {
    const backOff = new BackOff(delays, () => 0);
    const waits = Array.from({ length: 6 }, () => backOff.nextDelayMs());
    expect(waits).toStrictEqual([100, 200, 400, 800, 1_000, 1_000]);
    expect(backOff.failures).toBe(6);
  });

  it('cuts a delay by up to a half', () => {
    expect(new BackOff(delays, () => 0.5).nextDelayMs()).toBe(75);
    expect(new BackOff(delays, () => 0.999).nextDelayMs()).toBeCloseTo(50, 0);
  });

  it('begins anew when it went well', () => {
    const backOff = new BackOff(delays, () => 0);
    backOff.nextDelayMs();
    backOff.reset();
    expect(backOff.failures).toBe(0);
    expect(backOff.nextDelayMs()).toBe(100);
  });

  it('stays finite after very many failures', () => {
    const backOff = new BackOff(delays, () => 0);
    for (let failure = 0; failure < 3_000; failure++) backOff.nextDelayMs();
    expect(backOff.nextDelayMs()).toBe(1_000);
  });

  it('ends its wait when it is stopped', async () => {
    const stopping = new AbortController();
    const waiting = new BackOff({ firstMs: 3_600_000, mostMs: 3_600_000 }).wait(stopping.signal);
    stopping.abort();
    await waiting;
    await new BackOff({ firstMs: 3_600_000, mostMs: 3_600_000 }).wait(stopping.signal);
  });
});
