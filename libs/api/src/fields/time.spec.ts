import { inUtc, time } from './time.js';

describe('a time in a request', () => {
  it.each(['1000-01-01T00:00:00Z', '2026-03-01T15:00:00+01:00', '2999-12-31T23:59:59.999Z'])(
    'is taken: %s',
    (sent) => {
      expect(time.holds(inUtc(sent))).toBe(true);
    },
  );

  it.each([
    ...['0000-01-01T00:00:00.000Z', '1000-01-01T00:00:00+01:00', '3000-01-01T00:00:00.000Z'],
    ...['2999-12-31T23:30:00-01:00', '2026-03-01', '2026-02-30T10:00:00.000Z', 5],
  ])('is refused: %j', (sent) => {
    expect(time.holds(inUtc(sent))).toBe(false);
  });
});
