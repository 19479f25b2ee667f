import { roles } from '@roadbook/decider';
import { z } from 'zod';
import { must, oneOf } from './say.js';
import { matching, noteMax } from './text.js';

export const projectSlug = matching(
  /^[a-z][a-z0-9-]{0,62}$/,
  63,
  'the slug of a project: a letter, then letters, digits and hyphens, all lower case, at most 63',
).describe('The project, by its slug.');

export const semanticVersion = matching(
  /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?$/,
  64,
  'a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v or build metadata',
).describe('The version, without a leading v.');

export const ticketId = matching(
  /^[!-+\--~]{1,64}$/,
  64,
  'the id of a ticket: 1 to 64 visible characters of ASCII without spaces and commas',
).describe('The id of a ticket.');

export const commitId = matching(
  /^[0-9A-Za-z._-]{1,64}$/,
  64,
  'the id of a commit: 1 to 64 letters, digits, dots, hyphens and underscores',
);

/** The candidate that a message is about. */
export const candidate = commitId.describe('The candidate: the commit that would be shipped.');

/** Events, deployments, rehearsals, rollbacks, changes, entries. */
export const madeId = matching(
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  36,
  'an id as Roadbook gave it: a UUID in lower case',
);

export const sha256 = matching(
  /^[0-9a-f]{64}$/,
  64,
  'a SHA-256: 64 hexadecimal digits in lower case',
);

export const checkName = matching(
  /^[a-z0-9][a-z0-9-]{0,63}$/,
  64,
  'the name of a check: 1 to 64 lower-case letters, digits and hyphens',
);

export const link = matching(
  /^https?:\/\/[^\s<>"]+$/,
  noteMax,
  `an address that begins with http:// or https://, at most ${noteMax} characters without spaces`,
);

export const evidenceDigest = matching(
  /^[0-9A-Za-z][0-9A-Za-z:+/=_.-]{0,199}$/,
  200,
  'a digest such as sha256:9f86d0…: at most 200 characters without spaces',
);

export const actorId = matching(
  /^[0-9A-Za-z][0-9A-Za-z_.:@-]{0,127}$/,
  128,
  'an actor by the id that Roadbook derived: at most 128 characters without spaces',
);

export const role = oneOf(roles);

/** This very value and no other. */
export const only = <Word extends string | boolean | null>(word: Word) =>
  z.literal(word, must(JSON.stringify(word)));
