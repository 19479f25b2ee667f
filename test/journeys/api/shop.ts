import { accepted, read } from './asking.js';
import type { Service } from './service.js';

export const projectPath = '/v1/projects/shop';

/** Registers the project `shop` and reports its environments. */
export async function shop(service: Service): Promise<void> {
  const body = { project: 'shop', name: 'The shop' };
  await accepted(service, { method: 'POST', path: '/v1/projects', as: 'orchestrator', body });
  await reportEnvironments(service);
}

export async function reportEnvironments(service: Service): Promise<void> {
  const report = (path: string, body: object) =>
    accepted(service, { method: 'POST', path: `${projectPath}/${path}`, as: 'deployer', body });
  await report('parity-reports', { staging: 'mirrors', qa: 'mirrors' });
  await report('pipeline-reports', { state: 'confirmed' });
}

/** How many events the store has of the project. */
export const eventCount = async (service: Service): Promise<number> =>
  (await read<{ events: number }>(service, projectPath)).events;
