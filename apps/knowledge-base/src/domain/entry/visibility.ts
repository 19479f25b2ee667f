import type { Role, Visibility } from '@roadbook/decider';

/** Who reads: clients see what is published to them, everybody else sees all. */
export type Audience = 'clients' | 'everybody';

export const audienceOf = (role: Role): Audience => (role === 'client' ? 'clients' : 'everybody');

/** Whether an entry is published to clients. */
export const isPublished = (visibility: Visibility): boolean => visibility !== 'internal';

export const maySee = (audience: Audience, visibility: Visibility): boolean =>
  audience === 'everybody' || isPublished(visibility);
