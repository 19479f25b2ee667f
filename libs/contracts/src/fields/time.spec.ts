import { reportedTime, time } from './time.js';

describe('a reported time', () => {
  it.each([
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02T08:00:00+01:00', '2026-03-02T07:00:00.000Z'],
    ['2026-01-01T00:30:00.123456789+01:00', '2025-12-31T23:30:00.123Z'],
    ['2024-02-29T00:00:00.5Z', '2024-02-29T00:00:00.500Z'],
    ['2999-12-31T23:59:59-23:59', '3000-01-01T23:58:59.000Z'],
  ])('%s is read as %s', (value, utc) => {
    expect(reportedTime.parse(value)).toBe(utc);
  });

  it.each([
    '2026-03-02',
    '2026-03-02T08:00Z',
    '2026-03-02T08:00:00',
    '2026-03-02 08:00:00Z',
    '2026-03-02T08:00:00z',
    '2026-02-30T08:00:00Z',
    '2025-02-29T08:00:00Z',
    '2026-13-01T08:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T23:59:60Z',
    '0000-01-01T00:00:00+23:00',
    '2026-03-02T08:00:00+24:00',
    '',
    1_772_438_400_000,
  ])('%j is none', (value) => {
    expect(reportedTime.safeParse(value).success).toBe(false);
  });
});

describe('a time as Roadbook writes it', () => {
  it('is in UTC with milliseconds', () => {
    expect(time.parse('2026-03-02T08:00:00.000Z')).toBe('2026-03-02T08:00:00.000Z');
  });

  it.each(['2026-03-02T08:00:00Z', '2026-03-02T08:00:00.000+00:00', '2026-02-30T08:00:00.000Z'])(
    '%j is none',
    (value) => {
      expect(time.safeParse(value).success).toBe(false);
    },
  );
});
