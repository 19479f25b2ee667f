import { isUtf8 } from 'node:buffer';
import { faultOf } from '@roadbook/process';
import { requestLimits } from '../app/limits.js';
import { malformed } from '../problem/problems.js';

/**
 * Reads a JSON body. Of two fields with one name the last counts, here as everywhere behind.
 * @throws Problem 400 that says what is wrong, and repeats nothing of the body
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw malformed('the body is empty: send JSON');
  if (!isUtf8(body)) throw malformed('the body is not UTF-8');
  const value = valueOf(body.toString('utf8'));
  const fault = faultOf(value, requestLimits.depthMax);
  if (fault !== undefined) throw malformed(fault);
  return value;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('the body is not JSON');
  }
}
