import { ownerOf } from '@roadbook/contracts';
import type { Report } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import { problems } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import type { Sent } from './reports-in.js';

/** Who publishes: whom the token was issued to, and the only role in which they want to, where they said one. */
export interface Publisher extends Identity {
  readonly actingAs: Role | undefined;
}

/**
 * The role in which this publisher reports it.
 * @throws Problem 403 unless the token has the role that owns it, and is for its project
 */
export function assertMaySay(publisher: Publisher, { report, place }: Sent): Role {
  const owner = ownerOf(report);
  const { roles, projects, actingAs = owner } = publisher;
  if (actingAs !== owner || !roles.includes(owner))
    throw problems.roleNotPermitted(
      [owner],
      `${deedOf(report)}, as ${place.words} does; nothing was published`,
    );
  if (projects && !projects.includes(report.data.project))
    throw problems.projectNotPermitted(
      `${place.words} is about a project that your token is not for: ask for a token that names it; nothing was published`,
    );
  return owner;
}

/** What the owner does and nobody else, behind "only the cqo may". */
const deedOf = (report: Report): string =>
  report.type === 'roadbook.gate-reported.v1'
    ? `report the gate ${report.data.gate}`
    : 'report deployments and checks';
