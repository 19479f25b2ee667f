import { partitionOf } from './partition-of.js';

describe('the partition of a key', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is that of FNV-1a: "%s"', (key, hash) => {
    expect(partitionOf(key, 2 ** 32)).toBe(hash);
    expect(partitionOf(key, 8)).toBe(hash % 8);
  });

  it('spreads the releases of projects', () => {
    const counts = new Array<number>(8).fill(0);
    for (let version = 0; version < 8_000; version++) {
      const partition = partitionOf(`shop/1.${version}.0`, 8);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1_100);
  });
});
