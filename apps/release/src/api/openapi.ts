import type { ApiDescription } from '@roadbook/http';

/** The release service, as its OpenAPI document introduces it. */
export const releaseApi: ApiDescription = {
  service: 'release',
  title: 'Roadbook release service',
  version: '1',
  description:
    'Decides which release may go where, on what evidence, who said so, and how it is undone. Every command is answered with what it left on record; every refusal names what is missing and who can supply it.',
  tags: [
    {
      name: 'projects',
      description: 'Projects, what stands in production, and what deployers are asked for',
    },
    {
      name: 'planning',
      description: 'Releases with their targeted tickets, from plan to withdrawal',
    },
    {
      name: 'candidate',
      description: 'The commit that would be shipped, and what is proved about it',
    },
    { name: 'gates', description: 'Verdicts of the cqo, cdo and cso, and security blocks' },
    { name: 'artifacts', description: 'Notes, rollback plan, version tag and deployment log' },
    { name: 'rehearsals', description: 'The rollback plan tried for real' },
    { name: 'authorization', description: "The orchestrator's two yeses" },
    { name: 'window', description: 'When production may be deployed, and who is told' },
    {
      name: 'deployments',
      description: 'Staged promotion: request, claim, report, verify, diagnose',
    },
    { name: 'rollback', description: 'Back to what stood in production before' },
    {
      name: 'releases',
      description: 'Where releases stand, whether they may proceed, and what they wait for',
    },
    {
      name: 'documents',
      description: 'Checklist, deployment log and rollback report, as JSON or Markdown',
    },
    {
      name: 'notifications',
      description: 'What roles were told, and what they have to acknowledge',
    },
    { name: 'audit', description: 'What happened, by replay of the events' },
    { name: 'health', description: 'Whether the service lives, and may be sent requests' },
  ],
};
