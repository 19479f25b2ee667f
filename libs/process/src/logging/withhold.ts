import { findSecret } from '@roadbook/secret-shapes';
import type { Entry } from './entry.js';

/** Fields whose values never reach a log, whatever they look like. */
const secretFields = /^(?:authorization|cookie|set-cookie|password|secret|token|private_?key|d)$/i;

/**
 * The entry as plain JSON, with what is secret by its name or its shape replaced by the reason for its
 * absence. Fields that can't be written as JSON are left out: nothing fails because of its log.
 */
export function withhold(entry: Entry): Entry {
  const json = jsonOf(entry) ?? JSON.stringify({ message: entry.message, fields: '[unwritable]' });
  const plain = JSON.parse(json) as Entry;
  if (findSecret(plain) === undefined) return plain;
  return JSON.parse(json, (_, value: unknown) => {
    const found = typeof value === 'string' ? findSecret(value) : undefined;
    return found ? `[withheld: ${found.shape}]` : value;
  }) as Entry;
}

function jsonOf(entry: Entry): string | undefined {
  try {
    return JSON.stringify(entry, (name, value: unknown) => {
      if (secretFields.test(name)) return '[withheld]';
      return typeof value === 'bigint' ? String(value) : value;
    });
  } catch {
    return undefined;
  }
}
