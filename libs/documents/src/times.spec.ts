import { clock, clockWithSeconds, date, dateAndTime } from './times.js';

describe('times in documents', () => {
  it('are UTC, whatever offset they were given in', () => {
    expect(date('2026-03-02T23:30:00-02:00')).toBe('2026-03-03');
    expect(dateAndTime('2026-03-02T23:30:00-02:00')).toBe('2026-03-03 01:30');
  });

  it('have no date on the day of the document', () => {
    expect(clock('2026-03-02T09:05:59.999Z', '2026-03-02T23:00:00.000Z')).toBe('09:05');
    expect(clockWithSeconds('2026-03-02T09:05:59.999Z', '2026-03-02T00:00:00.000Z')).toBe(
      '09:05:59',
    );
  });

  it('have the date in front on another day', () => {
    expect(clock('2026-03-03T00:00:00.000Z', '2026-03-02T23:59:59.999Z')).toBe('2026-03-03 00:00');
  });
});
