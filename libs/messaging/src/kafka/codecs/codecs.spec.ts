import { gzipSync } from 'node:zlib';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { compress as compressLz4 } from 'lz4js';
import { compress as compressSnappy } from 'snappyjs';
import { registerCodecs } from './codecs.js';

registerCodecs();

interface Codec {
  decompress(compressed: Buffer): Promise<Buffer>;
}

const unfold = (type: number, compressed: Uint8Array): Promise<Buffer> =>
  (CompressionCodecs as Record<number, () => Codec>)[type]!().decompress(Buffer.from(compressed));

const text = Buffer.from('the quick brown fox jumps over the lazy dog, '.repeat(3000));
const tooLong = new Uint8Array(65 * 1024 * 1024);

/** Frames of Zstandard that repeat one byte: https://www.rfc-editor.org/rfc/rfc8878#name-blocks */
function zstdOf(byte: number, blocks: number, blockBytes = 128 * 1024): Buffer {
  const magicAndWindow = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];
  const block = (isLast: boolean) => {
    const head = (blockBytes << 3) | (1 << 1) | Number(isLast);
    return [head & 0xff, (head >> 8) & 0xff, (head >> 16) & 0xff, byte];
  };
  const all = Array.from({ length: blocks }, (_, at) => block(at === blocks - 1));
  return Buffer.from([...magicAndWindow, ...all.flat()]);
}

/** As the Java client sends it. */
function inBlocks(bytes: Buffer): Buffer {
  const head = Buffer.from([0x82, ...Buffer.from('SNAPPY'), 0, 0, 0, 0, 1, 0, 0, 0, 1]);
  const blocks: Buffer[] = [head];
  for (let at = 0; at < bytes.length; at += 32_768) {
    const block = compressSnappy(bytes.subarray(at, at + 32_768));
    const length = Buffer.alloc(4);
    length.writeInt32BE(block.length);
    blocks.push(length, Buffer.from(block));
  }
  return Buffer.concat(blocks);
}

describe('a batch of a foreign producer', () => {
  it.each([
    ['gzip', CompressionTypes.GZIP, gzipSync(text)],
    ['one block of Snappy', CompressionTypes.Snappy, compressSnappy(text)],
    ['many blocks of Snappy', CompressionTypes.Snappy, inBlocks(text)],
    ['LZ4', CompressionTypes.LZ4, compressLz4(text)],
  ])('is unfolded from %s', async (_, type, compressed) => {
    expect((await unfold(type, compressed)).equals(text)).toBe(true);
  });

  it('is unfolded from Zstandard', async () => {
    const unfolded = await unfold(CompressionTypes.ZSTD, zstdOf(97, 3, 1000));
    expect(unfolded.toString()).toBe('a'.repeat(3000));
  });

  it.each([
    ['gzip', CompressionTypes.GZIP, () => gzipSync(tooLong)],
    ['Snappy', CompressionTypes.Snappy, () => compressSnappy(tooLong)],
    ['LZ4', CompressionTypes.LZ4, () => compressLz4(tooLong)],
    ['Zstandard', CompressionTypes.ZSTD, () => zstdOf(0, 520)],
  ])('is refused where it fills the memory: %s', async (_, type, compressed) => {
    await expect(unfold(type, compressed())).rejects.toThrow();
  });
});
