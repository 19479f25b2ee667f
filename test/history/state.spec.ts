import { readFileSync } from 'node:fs';
import type { StoredEvent } from '@roadbook/event-store';
import { derivedId } from '@roadbook/process';
import { projections } from '../../apps/release/src/projections/index.js';
import { Journey } from '../../apps/release/src/projections/journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { Canonical } from './canonical.js';
import { leftOut } from './left-out.js';
import { hashOf, linesOf, meetIds } from './state.js';

const began = '2026-03-02T08:00:00.000Z';
const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0').rollBack('1.1.0');
journey.plan('1.2.0').prepare('1.2.0').authorize('1.2.0', 'promotion').request('1.2.0', 'dev');
const { log } = journey;

/** What the release service shows of these events, as a hash. */
function hashed(events: readonly StoredEvent[]): string {
  const canonical = new Canonical(began);
  meetIds(canonical, events);
  const rows = projections.flatMap((projection) =>
    Array.from(rowsOf(projection, events), ([key, row]) => ({ of: projection.name, key, row })),
  );
  return hashOf(linesOf(canonical, rows));
}

function hashedDocument(document: string): string {
  const canonical = new Canonical(began);
  // The events that it names.
  canonical.meet(document);
  return hashOf(linesOf(canonical, [], new Map([['/checklist', document]])));
}

/** The events with another one in the place of the first of this type. */
const changed = (type: string, change: (event: StoredEvent) => Partial<StoredEvent>) => {
  const at = log.findIndex((event) => event.type === type);
  return log.map((event, index) => (index === at ? { ...event, ...change(event) } : event));
};

/** The same events with another text in some places. */
const rewritten = (pattern: RegExp, by: (found: string) => string): StoredEvent[] =>
  JSON.parse(JSON.stringify(log).replaceAll(pattern, by)) as StoredEvent[];

describe('the hash of what is shown', () => {
  it('changes with a verdict', () => {
    const failed = changed('GateReported', ({ data }) => ({
      data: { ...data, verdict: 'failed' },
    }));
    expect(hashed(failed)).not.toBe(hashed(log));
  });

  it('changes with the order of two verdicts', () => {
    const [first, second] = log.flatMap(({ type }, index) =>
      type === 'GateReported' || type === 'TestSuiteReported' ? [index] : [],
    );
    const swapped = [...log];
    const put = (at = 0, from = 0) => {
      const { type, data } = log[from] as StoredEvent;
      swapped[at] = { ...(log[at] as StoredEvent), type, data };
    };
    put(first, second);
    put(second, first);
    expect(hashed(swapped)).not.toBe(hashed(log));
  });

  it('changes with an actor', () => {
    const another = changed('GateReported', () => ({ actor: 'a_somebody-else' }));
    expect(hashed(another)).not.toBe(hashed(log));
  });

  it('changes with a box', () => {
    const checklist = readFileSync('test/documents/golden/checklist.complete.md', 'utf8');
    const json = readFileSync('test/documents/golden/checklist.complete.json', 'utf8');
    const [unticked, unmet] = [checklist.replace('[x]', '[ ]'), json.replace('"met"', '"open"')];
    expect([unticked === checklist, unmet === json]).toStrictEqual([false, false]);
    expect(hashedDocument(unticked)).not.toBe(hashedDocument(checklist));
    expect(hashedDocument(unmet)).not.toBe(hashedDocument(json));
  });

  it('changes with what a reporter said of the time', () => {
    const told = (occurredAt: string) => hashed(changed('ReleasePlanned', () => ({ occurredAt })));
    expect(told('2025-06-01T00:00:00.000Z')).not.toBe(told('2025-06-02T00:00:00.000Z'));
  });

  it('does not change with recorded times', () => {
    const later = rewritten(/"2026-\d\d-\d\dT[^"]*Z"/g, (time) => time.replace('2026', '2027'));
    expect(later).not.toStrictEqual(log);
    expect(hashed(later)).toBe(hashed(log));
  });

  it('does not change with positions', () => {
    const sparse = log.map((event) => ({ ...event, position: event.position * 3 + 100 }));
    expect(hashed(sparse)).toBe(hashed(log));
  });

  it('does not change with ids, as long as they link the same', () => {
    const ids = new Set(log.map(({ id }) => id));
    const named = (run: string) =>
      rewritten(/"[^"]*"/g, (text) => {
        const id = text.slice(1, -1);
        return ids.has(id)
          ? `"${derivedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', id + run)}"`
          : text;
      });
    expect(named('one')).not.toStrictEqual(named('another'));
    expect(hashed(named('one'))).toBe(hashed(named('another')));
  });

  it.each([...leftOut.places, ...leftOut.durations])('does not change with a %s', (field) => {
    const canonical = new Canonical(began);
    const hash = (row: object) => hashOf(linesOf(canonical, [{ of: 'any', key: 'a', row }]));
    expect(hash({ [field]: 1 })).toBe(hash({ [field]: 2 }));
    expect(hash({ anotherField: 1 })).not.toBe(hash({ anotherField: 2 }));
  });

  it('does not change with times and durations in text, and changes with every other word', () => {
    const text = (time: string, took: string, who: string) =>
      hashedDocument(`Ended ${time} UTC by ${who}, ${took}`);
    const one = text('2026-03-02 08:05', '1 min 2 s', 'ana');
    expect(text('2026-03-03 09:15', '3 min 0 s', 'ana')).toBe(one);
    expect(text('2026-03-02 08:05', '1 min 2 s', 'bob')).not.toBe(one);
    expect(text('2025-03-02 08:05', '1 min 2 s', 'ana')).not.toBe(one);
  });

  it.each(['after', 'in'])('does not change with how long it took, told by "%s"', (word) => {
    const told = (seconds: number) => hashedDocument(`rolled back ${word} ${String(seconds)} s`);
    expect(told(2)).toBe(told(3));
  });
});

describe('an id that stands in no event', () => {
  it('is refused, because it can be compared with nothing', () => {
    const row = { id: '3f333df6-90a4-5fda-8dd3-9485d27cee36' };
    expect(() => linesOf(new Canonical(began), [{ of: 'any', key: 'a', row }])).toThrow(
      'stands in no event',
    );
  });
});
