import { jest } from '@jest/globals';
import { SystemClock } from './system-clock.js';

describe('the system clock', () => {
  afterEach(() => jest.restoreAllMocks());

  it('tells UTC with milliseconds', () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 2, 3, 4, 5, 6));
    expect(new SystemClock().now()).toBe('2026-01-02T03:04:05.006Z');
  });

  it('stands still while the machine is behind what it told before', () => {
    const machine = jest.spyOn(Date, 'now').mockReturnValue(2_000);
    const clock = new SystemClock();
    clock.now();
    machine.mockReturnValue(1_000);
    expect(clock.now()).toBe('1970-01-01T00:00:02.000Z');
    machine.mockReturnValue(3_000);
    expect(clock.now()).toBe('1970-01-01T00:00:03.000Z');
  });
});
