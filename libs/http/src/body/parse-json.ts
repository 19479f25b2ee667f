import { isUtf8 } from 'node:buffer';
import { findSecret } from '@roadbook/secret-shapes';
import { requestLimits } from '../app/limits.js';
import { malformed } from '../problem/problems.js';
import { faultOf } from './fault-of.js';
import { repeatedField } from './repeated-field.js';

/**
 * Reads a JSON body.
 * @throws Problem 400 that says what is wrong, and repeats nothing of the body but the name of a field
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw malformed('the body is empty: send JSON');
  if (!isUtf8(body)) throw malformed('the body is not UTF-8');
  const text = body.toString('utf8');
  const value = valueOf(text);
  const fault = faultOf(value, requestLimits.depthMax);
  if (fault !== undefined) throw malformed(fault);
  const twice = repeatedField(text);
  if (twice !== undefined) throw malformed(repetitionOf(twice));
  return value;
}

const nameMax = 64;

/** A name that is long, or looks like a secret, is not repeated. */
const repetitionOf = (name: string): string =>
  name.length > nameMax || findSecret(name)
    ? 'a field stands twice in one object'
    : `the field ${JSON.stringify(name)} stands twice in one object`;

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('the body is not JSON');
  }
}
