import type { ApiDescription } from '@roadbook/http';

/** The release service, as its OpenAPI document introduces it. */
export const releaseApi: ApiDescription = {
  service: 'release',
  title: 'Roadbook release service',
  version: '1',
  description:
    'Decides which release may go where, on what evidence, who said so, and how it is undone. Every command is answered with what it left on record; every refusal names what is missing and who can supply it.',
};
