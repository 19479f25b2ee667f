declare module 'snappyjs' {
  /** Throws when the result would be longer. */
  export function uncompress(compressed: Uint8Array, lengthMax: number): Uint8Array;
  export function compress(bytes: Uint8Array): Uint8Array;
}

declare module 'lz4js' {
  /** How long the result is at most. */
  export function decompressBound(frame: Uint8Array): number;
  export function decompress(frame: Uint8Array, lengthMax: number): Uint8Array;
  export function compress(bytes: Uint8Array): Uint8Array;
}
