import { deploymentLogClosed } from '@roadbook/contracts';
import { entriesMax, secondsBetween } from '@roadbook/decider';
import { tell } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import { attemptOf } from '../domain/release/attempts.js';
import { candidateNamed } from '../domain/release/evolve-candidate.js';
import type { DataOf } from '../domain/release/events.js';
import { ticketsOf, toldTicket } from './parts.js';
import type { AtEvent } from './telling.js';

/** The whole path of the candidate, with the tickets that its log was prepared with. */
export function logClosed(
  { candidate, result }: DataOf<'DeploymentLogClosed'>,
  endedAt: string,
  { happening, release, full }: AtEvent,
): Told {
  const log = candidateNamed(release, candidate)?.log;
  const path = full.requests
    .filter((request) => request.candidate === candidate)
    .flatMap(({ deployment, requestedAt }) => {
      const attempt = attemptOf(release, deployment);
      if (!attempt) return [];
      return {
        deployment,
        environment: attempt.environment,
        attempt: attempt.attempt,
        requestedAt,
        deployedAt: attempt.deployedAt ?? null,
        endedAt: attempt.endedAt ?? null,
        outcome: attempt.outcome ?? null,
      };
    });
  const startedAt = path[0]?.requestedAt ?? null;
  const tickets = log?.tickets.flatMap((id) => full.tickets.get(id) ?? []).map(toldTicket);
  return tell(deploymentLogClosed, {
    ...happening,
    candidate,
    kind: release.kind,
    result,
    tickets: tickets ?? ticketsOf(release),
    plan: log?.plan ?? '',
    path: path.slice(-entriesMax),
    startedAt,
    endedAt,
    durationSeconds: startedAt === null ? null : secondsBetween(startedAt, endedAt),
  });
}
