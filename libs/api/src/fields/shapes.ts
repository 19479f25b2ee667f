import { isProject, noteMax } from '@roadbook/decider';
import { isString, matching } from './shape.js';
import type { Shape } from './shape.js';

export const projectSlug: Shape = {
  says: 'a slug: a letter, then letters, digits and hyphens, all lower case, at most 63',
  holds: (value) => isString(value) && isProject(value),
  schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,62}$', maxLength: 63 },
};

/** What Roadbook gives an id to. */
export const madeId = matching(
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  36,
  'an id as Roadbook gave it: a UUID in lower case',
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
