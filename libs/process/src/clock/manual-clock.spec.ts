import { ManualClock } from './manual-clock.js';

describe('the manual clock', () => {
  it('stands still until it is moved', () => {
    const clock = new ManualClock('2026-01-01T00:00:00.000Z');
    expect(clock.now()).toBe('2026-01-01T00:00:00.000Z');
    clock.advance({ hours: 1, minutes: 2, seconds: 3, ms: 4 });
    expect(clock.now()).toBe('2026-01-01T01:02:03.004Z');
  });
});
