import { Service } from '../api/service.js';
import { registered } from './registered.js';

/** The services, with a project that the environment service has heard of. */
export async function opened(project = 'shop'): Promise<Service> {
  const service = await Service.start();
  await registered(service, project);
  return service;
}
