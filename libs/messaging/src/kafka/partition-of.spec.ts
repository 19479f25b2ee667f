import { partitionOf } from './partition-of.js';

describe('the partition of a key', () => {
  // From the tests of the Java client.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['abc', 479470107],
  ])('is the one that other clients of Kafka choose: "%s"', (key, hash) => {
    expect(partitionOf(key, 2 ** 31)).toBe(hash & 0x7fffffff);
    expect(partitionOf(key, 8)).toBe((hash & 0x7fffffff) % 8);
  });
});
