import type { Report } from '@roadbook/contracts';
import type { Key } from '../commands/key.js';
import type { CommandOf } from '../domain/release/commands.js';

/** The commands that reports lead to. */
type ReportingCommand = CommandOf<
  'ReportGate' | 'ClaimDeployment' | 'ReportDeployment' | 'ReportChecks'
>;

/** What is asked of a release by a report of it. */
export interface Asked {
  readonly key: Key;
  readonly command: ReportingCommand;
  /** When it happened, where the data say so. */
  readonly occurredAt?: string;
}

export function askedBy(report: Report): Asked {
  const { project, version, occurredAt } = report.data;
  return { key: { project, version }, command: commandOf(report), occurredAt };
}

function commandOf(report: Report): ReportingCommand {
  switch (report.type) {
    case 'roadbook.gate-reported.v1': {
      const { gate, candidate, tickets, verdict, evidence } = report.data;
      return { type: 'ReportGate', data: { gate, candidate, tickets, verdict, evidence } };
    }
    case 'roadbook.deployment-claimed.v1': {
      const { deployment } = report.data;
      return { type: 'ClaimDeployment', data: { deployment } };
    }
    case 'roadbook.deployment-reported.v1': {
      const { deployment, outcome, evidence } = report.data;
      return { type: 'ReportDeployment', data: { deployment, outcome, evidence } };
    }
    case 'roadbook.checks-reported.v1': {
      const { deployment, checks } = report.data;
      return { type: 'ReportChecks', data: { deployment, checks } };
    }
    default:
      return report satisfies never;
  }
}
