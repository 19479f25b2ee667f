import { Decompress } from 'fzstd';
import { refuseTooLong } from './limit.js';

/** Piece by piece, because a frame of Zstandard need not say how long it becomes. */
export function unfoldZstd(frame: Buffer): Buffer {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const stream = new Decompress((piece) => {
    refuseTooLong((bytes += piece.length));
    pieces.push(piece);
  });
  stream.push(frame, true);
  return Buffer.concat(pieces);
}
