interface Variation {
  /** What was changed where. */
  readonly says: string;
  readonly value: unknown;
}

const others: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  'a',
  'passed',
  '😀'.repeat(300),
  '😀'.repeat(301),
  'x'.repeat(2000),
  'x'.repeat(250_000),
  '1.4.0+build',
  '2026-02-30T00:00:00.000Z',
  '2026-03-02T08:00:00Z',
  '2026-03-02T08:00:00.000+01:00',
  '2026-03-02T23:59:60.000Z',
  0,
  1,
  1.5,
  1e12,
  [],
  {},
  { digest: 'a'.repeat(64) },
];

/** The same with one thing changed: a value replaced or left out, a field or an entry too many. */
export function variationsOf(value: unknown, at = 'data'): Variation[] {
  const here = others.map((other) => ({
    says: `${at} is ${JSON.stringify(other).slice(0, 20)}`,
    value: other,
  }));
  if (Array.isArray(value)) return [...here, ...variationsOfList(value, at)];
  if (typeof value === 'object' && value !== null)
    return [...here, ...variationsOfObject(value, at)];
  return here;
}

function variationsOfList(list: readonly unknown[], at: string): Variation[] {
  const [first] = list;
  return [
    ...[1, 50, 51, 500, 501].map((count) => ({
      says: `${at} has ${count} entries`,
      value: Array(count).fill(first),
    })),
    ...(list.length === 0 ? [] : variationsOf(first, `${at}[0]`)).map(({ says, value }) => ({
      says,
      value: [value, ...list.slice(1)],
    })),
  ];
}

function variationsOfObject(object: object, at: string): Variation[] {
  return [
    { says: `${at} has a field too many`, value: { ...object, somethingElse: 1 } },
    ...Object.entries(object).flatMap(([field, value]) => {
      const { [field]: _, ...without } = object as Record<string, unknown>;
      return [
        { says: `${at}.${field} is left out`, value: without },
        ...variationsOf(value, `${at}.${field}`).map((variation) => ({
          says: variation.says,
          value: { ...object, [field]: variation.value },
        })),
      ];
    }),
  ];
}
