/** All of them, read to the end. */
export async function everything<One>(some: AsyncIterable<One>): Promise<One[]> {
  const read: One[] = [];
  for await (const one of some) read.push(one);
  return read;
}
