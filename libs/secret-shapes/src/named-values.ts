import { isLiteral } from './is-literal.js';
import type { SecretShape } from './secret-shape.js';

/** In either case: patterns are joined to one, which has no flags of its own. */
const anyCase = (word: string): string =>
  word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const password = anyCase('(?:password|passwd|pwd)');
/** Short ones are no accident. */
const passwordInQuery = anyCase('(?:password|passwd|pwd|(?:client[_-]?)?secret)');
const tokenInQuery = anyCase(
  '(?:(?:access|auth|id|private|refresh)[_-]?)?token|(?:api|access)[_-]?key',
);
const passwordMin = 6;
const tokenMin = 16;
/** Of a connection that is described by names and values between blanks. */
const part = '(?:host|hostaddr|port|dbname|user|sslmode)';
const word = String.raw`[^\s;]{1,200}`;
const secret = String.raw`[^\s;]{${String(passwordMin)},200}`;
const is = String.raw`[ \t]{0,9}=[ \t]{0,9}`;

/** What is a secret by the name that stands before it: they come last, as what has a shape of its own is told better by that. */
export const namedValues: readonly SecretShape[] = [
  {
    name: 'a password in a connection string',
    looks:
      '`Password=` or `Pwd=` and at least 6 characters that are no variable or placeholder, beside other names and values: `Server=…;Password=…`, `host=… password=…`',
    hint: new RegExp(`${password}[ \t]{0,9}=`),
    pattern: new RegExp(
      [
        `;[ \t]{0,9}${password}${is}${secret}`,
        String.raw`(?<!\w)${password}${is}${secret};[ \t]{0,9}[A-Za-z][A-Za-z ]{0,30}=`,
        String.raw`(?<!\w)${part}=${word}[ \t]{1,9}${password}=${secret}`,
        String.raw`(?<!\w)${password}=${secret}[ \t]{1,9}${part}=`,
      ].join('|'),
      'g',
    ),
    confirm: (match) => isWritten(named.exec(match)?.[1] ?? ''),
  },
  {
    name: 'a credential in a query',
    looks: `\`password=\`, \`secret=\` and at least ${String(passwordMin)} characters, or \`token=\`, \`api_key=\` and their like and at least ${String(tokenMin)}, behind \`?\`, \`&\` or \`#\`, that are no variable or placeholder`,
    hint: new RegExp(`[?&#](?:${passwordInQuery}|${tokenInQuery})=`),
    pattern: new RegExp(
      [
        String.raw`[?&#]${passwordInQuery}=[^\s&#;"')]{${String(passwordMin)},200}`,
        String.raw`[?&#](?:${tokenInQuery})=[^\s&#;"')]{${String(tokenMin)},200}`,
      ].join('|'),
      'g',
    ),
    confirm: (match) => isWritten(match.slice(match.indexOf('=') + 1)),
  },
];

const named = new RegExp(String.raw`${password}\s*=\s*("[^"]*"|'[^']*'|[^\s;]*)`);

/** A value ends at a blank, so that a placeholder with one in it shows by its beginning. */
const isWritten = (value: string): boolean => isLiteral(value) && !/^["']?[<{[]/.test(value);
