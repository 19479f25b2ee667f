import type { Refusal } from '@roadbook/decider';

/** Where whoever gives a command expects its stream to be: at any revision, as long as it exists, or at one of these. */
export type ExpectedRevision = 'any' | readonly number[];

/** The stream is elsewhere, so the command was not decided on. */
export interface NotAsExpected extends Refusal {
  /** Where the stream is; -1 for one that does not exist. */
  readonly revision: number;
}

export const isNotAsExpected = (refusal: Refusal): refusal is NotAsExpected =>
  'revision' in refusal;

export function refuseUnexpected(
  expected: ExpectedRevision | undefined,
  revision: number,
): NotAsExpected | undefined {
  const holds =
    expected === undefined ||
    (revision >= 0 && (expected === 'any' || expected.includes(revision)));
  if (holds) return undefined;
  const missing = revision < 0 ? 'it does not exist' : `it is at revision ${String(revision)}`;
  return { refused: [{ id: 'revision-expected', missing }], revision };
}
