import type { ApiDescription } from '@roadbook/http';

/** The environment service, as its OpenAPI document introduces it. */
export const environmentApi: ApiDescription = {
  service: 'environment',
  title: 'Roadbook environment service',
  version: '1',
  description:
    'Knows what is configured in the environments of each project, whether they mirror production, and whether every change to configuration and pipeline was agreed before it was made. Every command is answered with what it left on record; every refusal names what is missing and who can supply it.',
  tags: [
    { name: 'environments', description: 'The environments, and how each is configured' },
    { name: 'settings', description: 'Settings, their scope, and what they have everywhere' },
    {
      name: 'configuration-changes',
      description: 'Changes to settings: agreed first, applied upwards, observed, or taken back',
    },
    { name: 'parity', description: 'Whether staging and qa mirror production, and what drifts' },
    { name: 'pipeline', description: 'Pipeline changes, and the definitions that are in place' },
    { name: 'audit', description: 'What happened, by replay of the events' },
    { name: 'health', description: 'Whether the service lives, and may be sent requests' },
  ],
};
