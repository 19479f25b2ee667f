import type { Received } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';

const ownerOfGate = { quality: 'cqo', design: 'cdo', security: 'cso' } as const;

/** What is said to Roadbook, by others: everything else is said by Roadbook, or among its services. */
export type Report = Extract<Received, { readonly type: ReportType }>;

export const reportTypes = [
  'roadbook.gate-reported.v1',
  'roadbook.deployment-claimed.v1',
  'roadbook.deployment-reported.v1',
  'roadbook.checks-reported.v1',
] as const;

type ReportType = (typeof reportTypes)[number];

/** The only role that may say this. */
export function ownerOf(report: Report): Role {
  switch (report.type) {
    case 'roadbook.gate-reported.v1':
      return ownerOfGate[report.data.gate];
    case 'roadbook.deployment-claimed.v1':
    case 'roadbook.deployment-reported.v1':
    case 'roadbook.checks-reported.v1':
      return 'deployer';
    default:
      return report satisfies never;
  }
}

/** What the owner does and nobody else, behind "only the cqo may". */
export const deedOf = (report: Report): string =>
  report.type === 'roadbook.gate-reported.v1'
    ? `report the gate ${report.data.gate}`
    : 'report deployments and checks';
