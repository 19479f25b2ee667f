/** What an entry can be about. Happenings of the road lead to decisions, sessions, gates and risks; people and agents write all of them. */
export const entryTypes = [
  'intake',
  'feasibility',
  'blocker',
  'spec',
  'decision',
  'risk',
  'dependency',
  'build_plan',
  'gate',
  'signoff',
  'session',
  'feature',
] as const;
export type EntryType = (typeof entryTypes)[number];

/** The types that tell of something that goes wrong: only they can be known issues. */
export const issueTypes: readonly EntryType[] = ['risk', 'blocker'];

/** Whom an entry is written for: those inside, those who are delivered to, or both. */
export const visibilities = ['internal', 'deliverable', 'both'] as const;
export type Visibility = (typeof visibilities)[number];

/** How fast an entry fades in a search; it is found for ever. */
export const decays = ['permanent', 'long', 'medium', 'short'] as const;
export type Decay = (typeof decays)[number];
