import type { Made } from '@roadbook/api';

const part = (made: Made, name: string): string => String(made[name]);

export const addressOfProject = (made: Made): string => `/v1/projects/${part(made, 'project')}`;

export const addressOfRelease = (made: Made): string =>
  `${addressOfProject(made)}/releases/${part(made, 'version')}`;

export const addressOfRehearsal = (made: Made): string =>
  `${addressOfRelease(made)}/rehearsals/${part(made, 'rehearsal')}`;

export const addressOfDeployment = (made: Made): string =>
  `${addressOfRelease(made)}/deployments/${part(made, 'deployment')}`;

/** A release is rolled back once, and its report tells how. */
export const addressOfRollback = (made: Made): string =>
  `${addressOfRelease(made)}/rollback-report`;
