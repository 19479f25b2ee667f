import { uncompress } from 'snappyjs';
import { refuseTooLong, unfoldedBytesMax } from './limit.js';

/** What the Java client puts before blocks of Snappy; others send one block as it is. */
const magic = Buffer.from([0x82, ...Buffer.from('SNAPPY'), 0]);
/** The magic, a version and the lowest compatible version. */
const headBytes = magic.length + 8;

export function unfoldSnappy(compressed: Buffer): Buffer {
  if (!compressed.subarray(0, magic.length).equals(magic)) return unfoldBlock(compressed);
  const blocks: Buffer[] = [];
  let bytes = 0;
  for (let at = headBytes; at < compressed.length;) {
    const length = compressed.readInt32BE(at);
    const block = unfoldBlock(compressed.subarray(at + 4, at + 4 + length));
    refuseTooLong((bytes += block.length));
    blocks.push(block);
    at += 4 + length;
  }
  return Buffer.concat(blocks);
}

const unfoldBlock = (block: Buffer): Buffer => Buffer.from(uncompress(block, unfoldedBytesMax));
