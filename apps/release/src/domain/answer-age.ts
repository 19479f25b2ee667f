import { msBetween } from '@roadbook/decider';

/** How long after its asking a decision may rest on what another service answered (docs/decisions/0010). */
const answerAgeMsMax = 10_000;

/** Whether what was asked then is too old to rest on now. */
export const isStale = ({ askedAt }: { readonly askedAt: string }, at: string): boolean =>
  msBetween(askedAt, at) > answerAgeMsMax;

/** Reads on behind who was. */
export const askedTooLongAgo = `asked more than ${String(answerAgeMsMax / 1000)} s ago`;
