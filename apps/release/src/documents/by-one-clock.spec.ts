import { byOneClock } from './by-one-clock.js';

const recorded = (clock: string, reported?: string) => ({
  recordedAt: `2026-03-02T${clock}:00.000Z`,
  ...(reported !== undefined && { occurredAt: `2026-03-02T${reported}:00.000Z` }),
});

describe('the ends of a stretch of time', () => {
  it.each<[string, ReturnType<typeof recorded>, ReturnType<typeof recorded>, string[]]>([
    [
      'were reported, both',
      recorded('09:00', '07:00'),
      recorded('09:30', '08:15'),
      ['07:00', '08:15'],
    ],
    ['were recorded, both', recorded('09:00'), recorded('09:30'), ['09:00', '09:30']],
    [
      'were reported at the start only',
      recorded('09:00', '09:20'),
      recorded('09:10'),
      ['09:00', '09:10'],
    ],
    [
      'were reported at the end only',
      recorded('09:00'),
      recorded('09:30', '08:00'),
      ['09:00', '09:30'],
    ],
    [
      'were reported backwards',
      recorded('09:00', '08:00'),
      recorded('09:30', '07:00'),
      ['09:00', '09:30'],
    ],
  ])('are told by one clock where they %s', (_, from, to, told) => {
    const { start, end } = byOneClock(from, to);
    expect([start, end].map((time) => time.slice(11, 16))).toStrictEqual(told);
  });
});
