import type { Made } from '@roadbook/api';

export const addressOfPipelineChange = (made: Made): string =>
  `/v1/projects/${String(made['project'])}/pipeline/changes/${String(made['change'])}`;

export const addressOfConfigurationChange = (made: Made): string =>
  `/v1/projects/${String(made['project'])}/configuration-changes/${String(made['change'])}`;
