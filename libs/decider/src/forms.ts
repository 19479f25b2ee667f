import { charactersOf } from './characters.js';
import { noteMax } from './limits.js';

/** What a name, an id or an address has to look like. Requests, messages and decisions ask for the same. */
export interface Form {
  readonly pattern: RegExp;
  readonly charactersMax: number;
  /** Reads on behind "must be". */
  readonly says: string;
}

export const hasForm = ({ pattern, charactersMax }: Form, text: string): boolean =>
  charactersOf(text) <= charactersMax && pattern.test(text);

export const forms = {
  projectSlug: {
    pattern: /^[a-z][a-z0-9-]{0,62}$/,
    charactersMax: 63,
    says: 'the slug of a project: a letter, then letters, digits and hyphens, all lower case, at most 63',
  },
  /** Semantic versions (semver.org 2.0.0), as far as Roadbook takes them. */
  semanticVersion: {
    pattern:
      /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?$/,
    charactersMax: 64,
    says: 'a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v or build metadata, each number of at most 9 digits',
  },
  ticketId: {
    pattern: /^[!-+\--~]{1,64}$/,
    charactersMax: 64,
    says: 'the id of a ticket: 1 to 64 visible characters of ASCII without spaces and commas',
  },
  commitId: {
    pattern: /^[0-9A-Za-z._-]{1,64}$/,
    charactersMax: 64,
    says: 'the id of a commit: 1 to 64 letters, digits, dots, hyphens and underscores',
  },
  checkName: {
    pattern: /^[a-z0-9][a-z0-9-]{0,63}$/,
    charactersMax: 64,
    says: 'the name of a check: 1 to 64 lower-case letters, digits and hyphens',
  },
  /** What Roadbook gives an id to: events, deployments, rehearsals, rollbacks, changes, entries. */
  madeId: {
    pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    charactersMax: 36,
    says: 'an id as Roadbook gave it: a UUID in lower case',
  },
  actorId: {
    pattern: /^[0-9A-Za-z][0-9A-Za-z_.:@-]{0,127}$/,
    charactersMax: 128,
    says: 'an actor by the id that Roadbook derived: at most 128 characters without spaces',
  },
  sha256: {
    pattern: /^[0-9a-f]{64}$/,
    charactersMax: 64,
    says: 'a SHA-256: 64 hexadecimal digits in lower case',
  },
  evidenceDigest: {
    pattern: /^[0-9A-Za-z][0-9A-Za-z:+/=_.-]{0,199}$/,
    charactersMax: 200,
    says: 'a digest such as sha256:9f86d0…: at most 200 characters without spaces',
  },
  link: {
    pattern: /^https?:\/\/[^\s<>"]+$/,
    charactersMax: noteMax,
    says: `an address that begins with http:// or https://, at most ${String(noteMax)} characters without spaces`,
  },
} as const satisfies Readonly<Record<string, Form>>;
