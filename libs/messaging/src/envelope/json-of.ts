import { isUtf8 } from 'node:buffer';
import { faultOf } from '@roadbook/process';
import { Poison } from '../poison.js';

const depthMax = 32;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The text of a body that is to be JSON.
 * @throws Poison for bytes that are none
 */
export function textOf(body: Uint8Array): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (bytes.length === 0) throw new Poison('the body is empty: the data is missing');
  if (bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark))
    throw new Poison('the body begins with a byte order mark, which JSON does not have');
  if (!isUtf8(bytes)) throw new Poison('the body is not UTF-8');
  return bytes.toString('utf8');
}

/** @throws Poison for what is no JSON, or can't be handed on as it is */
export function jsonOf(text: string): unknown {
  const value = parsed(text);
  const fault = faultOf(value, depthMax);
  if (fault !== undefined) throw new Poison(fault);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Poison('the body is not JSON');
  }
}
