import { isUtf8 } from 'node:buffer';
import { isWithheld } from '@roadbook/messaging/dead-letters';
import type { DeadLetter, ListedDeadLetter } from '@roadbook/messaging/dead-letters';
import { printable, printableLines } from './printable.js';

/** A dead letter in a list: two lines, and a third where it was replayed. */
export function lineOf(letter: ListedDeadLetter): string {
  const { id, topic, consumer, diedAt, key, reason } = letter;
  const first = [id, diedAt, topic, consumer, key].map(printable).join('  ');
  return [first, `    ${printable(reason)}`, ...replayLines(letter)].join('\n');
}

/** Everything that is known of a dead letter. */
export function inFull(letter: DeadLetter): string {
  const { original } = letter;
  const rest = isWithheld(original)
    ? [
        `withheld, because it held ${original.secret}; the SHA-256 of its bytes is ${original.sha256}`,
      ]
    : [
        ...Object.entries(original.headers).map(([name, value]) => `${name}: ${printable(value)}`),
        '',
        textOf(original.body),
      ];
  return [lineOf(letter), '', ...rest].join('\n');
}

const replayLines = ({ replayed }: ListedDeadLetter): string[] =>
  replayed ? [`    replayed at ${printable(replayed.at)} by ${printable(replayed.by)}`] : [];

function textOf(body: Uint8Array): string {
  const bytes = Buffer.from(body);
  return isUtf8(bytes)
    ? printableLines(bytes.toString())
    : `bytes that are no text, in Base64: ${bytes.toString('base64')}`;
}
