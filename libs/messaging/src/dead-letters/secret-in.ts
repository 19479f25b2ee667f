import { findSecret } from '@roadbook/secret-shapes';
import type { Message } from '../messaging.js';

/** What kind of secret the message holds, in its key, a header or its body, if any. */
export function secretIn({ key, headers, body }: Message): string | undefined {
  const text = Buffer.from(body).toString('utf8');
  return (
    secretInText(key) ?? findSecret(headers)?.shape ?? secretInText(text) ?? secretInJson(text)
  );
}

export const secretInText = (text: string): string | undefined => findSecret(text)?.shape;

/** In JSON, a character of a secret can be written as an escape, so that only the value shows it. */
function secretInJson(text: string): string | undefined {
  if (!text.includes('\\')) return undefined;
  try {
    return findSecret(JSON.parse(text))?.shape;
  } catch {
    return undefined;
  }
}
