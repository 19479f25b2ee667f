import { gateRole } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import type { Received } from './decode.js';

/** What is said to Roadbook, by others: everything else is said by Roadbook, or among its services. */
export type Report = Extract<Received, { readonly type: ReportType }>;

export const reportTypes = [
  'roadbook.gate-reported.v1',
  'roadbook.deployment-claimed.v1',
  'roadbook.deployment-reported.v1',
  'roadbook.checks-reported.v1',
] as const;

type ReportType = (typeof reportTypes)[number];

export const isReport = (received: Received): received is Report =>
  reportTypes.some((type) => type === received.type);

/** The only role that may say this. */
export function ownerOf(report: Report): Role {
  switch (report.type) {
    case 'roadbook.gate-reported.v1':
      return gateRole[report.data.gate];
    case 'roadbook.deployment-claimed.v1':
    case 'roadbook.deployment-reported.v1':
    case 'roadbook.checks-reported.v1':
      return 'deployer';
    default:
      return report satisfies never;
  }
}
