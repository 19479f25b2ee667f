import { decompress, decompressBound } from 'lz4js';
import { refuseTooLong } from './limit.js';

/** A frame of LZ4, as Kafka's producers make it. */
export function unfoldLz4(frame: Buffer): Buffer {
  const bytesMax = decompressBound(frame);
  refuseTooLong(bytesMax);
  return Buffer.from(decompress(frame, bytesMax));
}
