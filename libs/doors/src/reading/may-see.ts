import { roleNotified } from '@roadbook/contracts';
import type { Received } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';

/** Who reads a topic: in which roles, and of which projects, where the token is limited to some. */
export interface Reader {
  readonly roles: readonly Role[];
  readonly projects?: readonly string[];
}

/** Whether a reader of the topic sees this message of it: of their projects, and of notifications those that are for them. */
export function maySee({ roles, projects }: Reader, { type, data }: Received): boolean {
  if (projects && !projects.includes(data.project)) return false;
  return type !== roleNotified.type || roles.includes('auditor') || roles.includes(data.to);
}
