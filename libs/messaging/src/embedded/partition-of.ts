/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** The partition of a key. Never changes: messages with one key would no longer be in order. */
export function partitionOf(key: string, partitions: number): number {
  let hash = offsetBasis;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, prime) >>> 0;
  return hash % partitions;
}
