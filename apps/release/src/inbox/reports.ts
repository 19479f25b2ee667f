import type { Received } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import type { Key } from '../commands/deciding.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import { gateRole } from '../domain/tickets.js';

/** What somebody outside reports of a release, as a command. */
export interface Report {
  readonly key: Key;
  readonly command: ReleaseCommand;
  /** The role whose matter it is. */
  readonly owner: Role;
  readonly occurredAt?: string;
}

/** `undefined` for a message that is no report. */
export function reportIn(received: Received): Report | undefined {
  switch (received.type) {
    case 'roadbook.gate-reported.v1': {
      const { gate, candidate, tickets, verdict, evidence } = received.data;
      const data = { gate, candidate, tickets, verdict, evidence };
      return report(received.data, { type: 'ReportGate', data }, gateRole[gate]);
    }
    case 'roadbook.deployment-claimed.v1': {
      const { deployment } = received.data;
      return report(received.data, { type: 'ClaimDeployment', data: { deployment } }, 'deployer');
    }
    case 'roadbook.deployment-reported.v1': {
      const { deployment, outcome, evidence } = received.data;
      const data = { deployment, outcome, evidence };
      return report(received.data, { type: 'ReportDeployment', data }, 'deployer');
    }
    case 'roadbook.checks-reported.v1': {
      const { deployment, checks } = received.data;
      return report(
        received.data,
        { type: 'ReportChecks', data: { deployment, checks } },
        'deployer',
      );
    }
    default:
      return undefined;
  }
}

const report = (
  { project, version, occurredAt }: Key & { readonly occurredAt?: string },
  command: ReleaseCommand,
  owner: Role,
): Report => ({
  key: { project, version },
  command,
  owner,
  ...(occurredAt !== undefined && { occurredAt }),
});
