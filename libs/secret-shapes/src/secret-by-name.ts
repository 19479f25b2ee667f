import { isLiteral } from './is-literal.js';

/** The names of two fields of an object: one has a name, the other what goes by it, such as a setting and its value. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** How a refusal names it. */
export const secretByName = 'a secret by its name';

const secretNames = /(?:password|passwd|passphrase|pwd|secret|token|api ?key|private ?key)(?= |$)/;

/** With one of these at its end, a name is of what is said about a secret: `token.issuer`, `SECRET_NAME`. */
const aboutSecrets = new Set(
  (
    'algorithm alg audience encoder encoding endpoint expiration expiry field file format hasher hashing header host id ' +
    'issuer kind length lifetime location mode name param parameter path policy prefix provider reference rotation ' +
    'scope source store strategy ttl type uri url user username version'
  ).split(' '),
);

/** What stands for a secret, or can be none: references to where it is kept, paths, words that switch something, numbers and durations. */
const harmless: readonly RegExp[] = [
  /^\s*$/,
  /^(?:arn|env|file|keyvault|op|ref\+\w+|secretsmanager|sm|ssm|vault):|^ENC\[|^[a-z][a-z\d+.-]*:\/\//,
  /^(?:\.{0,2}|~)\/[\w./-]*$|^[A-Za-z]:\\/,
  /^(?:true|false|yes|no|on|off|enabled|disabled|none|null|required|optional)$/i,
  /^[+-]?\d{1,12}(?:\.\d{1,12})?%?$/,
  /^(?:\d{1,12}(?:\.\d{1,12})? ?(?:ms|s|m|h|d|w|seconds?|minutes?|hours?|days?|weeks?) ?)+$/,
  /^P[\dYMWDTHS.]+$/,
];

/** True where the two fields hold a secret's name and a text that may well be it. */
export function holdsSecretByName(
  of: Readonly<Record<string, unknown>>,
  { name, value }: NamedValue,
): boolean {
  const [called, held] = [of[name], of[value]];
  if (typeof called !== 'string' || typeof held !== 'string') return false;
  return isNameOfSecret(called) && isLiteral(held) && !harmless.some((one) => one.test(held));
}

/** `dbPassword`, `DB_PASSWORD` and `db.password` are the words `db password`. */
function isNameOfSecret(name: string): boolean {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return secretNames.test(words.join(' ')) && !aboutSecrets.has(words.at(-1) ?? '');
}
