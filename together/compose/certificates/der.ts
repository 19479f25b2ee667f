// The part of DER (ITU-T X.690) that a certificate is made of: everything is a tag, a length and a content.

function encoded(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

/** A short length is itself; a long one says first how many bytes it has. */
function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes = base256(length);
  return [0x80 | bytes.length, ...bytes];
}

function base256(value: number): number[] {
  const rest = Math.floor(value / 256);
  return [...(rest > 0 ? base256(rest) : []), value % 256];
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => encoded(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => encoded(0x31, ...parts);
export const octetString = (content: Uint8Array): Buffer => encoded(0x04, content);
export const utf8String = (text: string): Buffer => encoded(0x0c, Buffer.from(text));
export const yes = encoded(0x01, Buffer.from([0xff]));

/** Of whole bytes, or of bits of which the last ones do not count. */
export const bitString = (content: Uint8Array, unusedBits = 0): Buffer =>
  encoded(0x03, Buffer.from([unusedBits]), content);

/** Not negative, with its highest byte first. */
export const integer = (bytes: Uint8Array): Buffer =>
  encoded(0x02, Buffer.from((bytes[0] ?? 0) < 0x80 ? [] : [0]), bytes);

/** In context, around what it tags. */
export const explicit = (number: number, content: Uint8Array): Buffer =>
  encoded(0xa0 | number, content);

/** In context, in place of the tag that its content has elsewhere. */
export const implicit = (number: number, content: Uint8Array): Buffer =>
  encoded(0x80 | number, content);

/** @param dotted such as `2.5.29.17` */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return encoded(0x06, Buffer.from([first * 40 + second, ...others.flatMap(base128)]));
}

/** Every byte but the last one has its highest bit set. */
function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

/** With two digits for the year as long as RFC 5280 has it so, until 2049. */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return at.getUTCFullYear() < 2050
    ? encoded(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : encoded(0x18, Buffer.from(`${digits}Z`));
}
