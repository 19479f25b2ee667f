import { inMessages, partNamed } from './chunks.js';

describe('a list that is told', () => {
  it('is one message where it fits, also without entries', () => {
    expect(inMessages([])).toStrictEqual([[]]);
    expect(inMessages(['a', 'b'])).toStrictEqual([['a', 'b']]);
  });

  it('is several messages where it has too many entries', () => {
    const entries = Array.from({ length: 1_001 }, (_, number) => number);
    expect(inMessages(entries).map(({ length }) => length)).toStrictEqual([500, 500, 1]);
  });

  it('is several messages where it is too large, and loses nothing', () => {
    const entries = Array.from({ length: 100 }, () => 'x'.repeat(4_000));
    const lists = inMessages(entries);
    expect(lists.flat()).toStrictEqual(entries);
    expect(lists.every((list) => JSON.stringify(list).length < 140_000)).toBe(true);
    expect(lists.length).toBe(4);
  });

  it('has parts that are told apart, the first by the event alone', () => {
    expect([partNamed(0), partNamed(1)]).toStrictEqual([undefined, 'part 2']);
  });
});
