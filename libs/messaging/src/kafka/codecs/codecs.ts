import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import kafkajs from 'kafkajs';
import { unfoldedBytesMax } from './limit.js';
import { unfoldLz4 } from './lz4.js';
import { unfoldSnappy } from './snappy.js';
import { unfoldZstd } from './zstd.js';

type Unfold = (compressed: Buffer) => Buffer | Promise<Buffer>;

// Node finds only the first names of this package by itself.
const { CompressionCodecs, CompressionTypes } = kafkajs;

const unzip = promisify(gunzip);

const unfolding: Readonly<Record<number, Unfold>> = {
  [CompressionTypes.GZIP]: (bytes) => unzip(bytes, { maxOutputLength: unfoldedBytesMax }),
  [CompressionTypes.Snappy]: unfoldSnappy,
  [CompressionTypes.LZ4]: unfoldLz4,
  [CompressionTypes.ZSTD]: unfoldZstd,
};

/**
 * Whatever a foreign producer compresses with is understood: one batch that is not would stop a consumer of kafkajs for good. Roadbook's own
 * messages are small and go as they are.
 */
export function registerCodecs(): void {
  const codecs = Object.entries(unfolding).map(([type, unfold]) => [type, () => codec(unfold)]);
  Object.assign(CompressionCodecs, Object.fromEntries(codecs));
}

const codec = (unfold: Unfold) => ({
  compress: () => Promise.reject(new Error('nothing is compressed here')),
  decompress: async (compressed: Buffer) => unfold(compressed),
});
