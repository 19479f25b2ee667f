import { matching } from '@roadbook/api';
import type { Shape } from '@roadbook/api';
import { isVersion } from '../../domain/version.js';

export const semanticVersion: Shape = {
  says: 'a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v or build metadata',
  holds: (value) => typeof value === 'string' && isVersion(value),
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
