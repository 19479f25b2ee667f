import type { ActorId, Role } from '@roadbook/decider';
import { projectNotPermitted } from '../problem/problems.js';

/** Whom a token was issued to. */
export interface Identity {
  readonly actor: ActorId;
  readonly roles: readonly Role[];
  /** Where the token is limited to some projects: their slugs. */
  readonly projects?: readonly string[];
}

/** @throws Problem 403 when the identity's token is limited to other projects */
export function assertProject({ projects }: Identity, project: string): void {
  if (projects && !projects.includes(project)) {
    throw projectNotPermitted('ask for a token that names this project');
  }
}
