import { malformed } from '../problem/problems.js';

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
const list = new RegExp(String.raw`^[ \t]*${tag}(?:[ \t]*,[ \t]*${tag})*[ \t]*$`);

/**
 * What `If-Match` asks for (RFC 9110, section 13.1.1): `any` existing revision, or one of these entity tags.
 * Weak ones are left out, as they never match; so may all be, and then nothing matches.
 */
export type Precondition = 'any' | readonly string[];

/** @throws Problem 400 when the header is neither `*` nor a list of entity tags */
export function preconditionOf(ifMatch: string | undefined): Precondition | undefined {
  if (ifMatch === undefined) return undefined;
  if (ifMatch.trim() === '*') return 'any';
  if (!list.test(ifMatch)) throw malformed('If-Match must be * or a list of entity tags: "12"');
  const tags = ifMatch.match(new RegExp(tag, 'g')) ?? [];
  return tags.filter((one) => !one.startsWith('W/'));
}
