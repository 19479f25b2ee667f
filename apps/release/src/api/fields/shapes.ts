import { isProject } from '../../domain/streams.js';
import { isVersion } from '../../domain/version.js';
import { isString, matching } from './shape.js';
import type { Shape } from './shape.js';

/** Characters of a title or a description, and of a reason or a note. */
export const titleMax = 300;
export const noteMax = 2000;

export const projectSlug: Shape = {
  says: 'a slug: a letter, then letters, digits and hyphens, all lower case, at most 63',
  holds: (value) => isString(value) && isProject(value),
  schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,62}$', maxLength: 63 },
};

export const semanticVersion: Shape = {
  says: 'a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v or build metadata',
  holds: (value) => isString(value) && isVersion(value),
  schema: { type: 'string', maxLength: 64 },
};

export const ticketId = matching(
  /^[!-+\--~]{1,64}$/,
  64,
  'the id of a ticket: 1 to 64 visible characters of ASCII without spaces and commas',
);

export const commitId = matching(
  /^[0-9A-Za-z._-]{1,64}$/,
  64,
  'the id of a commit: 1 to 64 letters, digits, dots, hyphens and underscores',
);

/** Deployments, rehearsals and rollbacks. */
export const madeId = matching(
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  36,
  'an id as Roadbook gave it: a UUID in lower case',
);

export const planDigest = matching(
  /^[0-9a-f]{64}$/,
  64,
  'the digest of the plan as Roadbook answered it: 64 hexadecimal digits',
);

export const checkName = matching(
  /^[a-z0-9][a-z0-9-]{0,63}$/,
  64,
  'the name of a check: 1 to 64 lower-case letters, digits and hyphens',
);

export const link = matching(
  /^https?:\/\/[^\s<>"]+$/,
  noteMax,
  `an address that begins with http:// or https://, at most ${noteMax} characters`,
);

export const evidenceDigest = matching(
  /^[0-9A-Za-z][0-9A-Za-z:+/=_.-]{0,199}$/,
  200,
  'a digest such as sha256:9f86d0…: at most 200 characters without spaces',
);
