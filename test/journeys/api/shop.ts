import { environments } from '@roadbook/decider';
import { accepted, read } from './asking.js';
import { eventually } from './eventually.js';
import type { Service } from './service.js';

export const projectPath = '/v1/projects/shop';

/** Registers the project `shop` and reports its environments; every service has heard of it then. */
export async function shop(service: Service): Promise<void> {
  const body = { project: 'shop', name: 'The shop' };
  await accepted(service, { method: 'POST', path: '/v1/projects', as: 'orchestrator', body });
  await reportEnvironments(service);
  await answers(service, 'entries');
}

/** Says that every environment is configured alike, and the pipeline as it always was, once the environment service has heard of the project. */
export async function reportEnvironments(service: Service): Promise<void> {
  await answers(service, 'pipeline');
  const settings = [{ setting: 'payment.timeout', value: '30s' }];
  for (const environment of environments)
    await accepted(service, {
      method: 'PUT',
      path: `${projectPath}/environments/${environment}/configuration`,
      as: 'deployer',
      body: { settings },
    });
  await accepted(service, {
    method: 'POST',
    path: `${projectPath}/pipeline/definitions`,
    as: 'deployer',
    body: { definition: 'a'.repeat(64) },
  });
}

/** Until the service that this of the project belongs to has heard of it. */
const answers = (service: Service, part: string): Promise<void> =>
  eventually(async () => {
    const asked = { method: 'GET', path: `${projectPath}/${part}`, as: 'cio' } as const;
    return (await service.send(asked)).statusCode === 200;
  });

/** How many events the store has of the project. */
export const eventCount = async (service: Service): Promise<number> =>
  (await read<{ events: number }>(service, projectPath)).events;
