/** What a dead letter says beside the headers of the original. */
const prefix = 'dead-letter-';

export const header = {
  id: `${prefix}id`,
  consumer: `${prefix}consumer`,
  topic: `${prefix}topic`,
  reason: `${prefix}reason`,
  diedAt: `${prefix}died-at`,
  sha256: `${prefix}sha256`,
  secret: `${prefix}secret`,
  replayedAt: `${prefix}replayed-at`,
  replayedBy: `${prefix}replayed-by`,
} as const;

export type Headers = Readonly<Record<string, string>>;

/** The headers that the message had before it died. */
export const headersOfOriginal = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(prefix)));
