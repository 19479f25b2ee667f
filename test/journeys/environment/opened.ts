import { CommandBus } from '@nestjs/cqrs';
import { systemActor } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import { derivedId } from '@roadbook/process';
import {
  DecideEnvironments,
  DecidePipeline,
} from '../../../apps/environment/src/commands/commands.js';
import { Service } from '../api/service.js';

const causeOf = (project: string) => derivedId('5a1f3f0e-3d0c-4f43-8e59-6a2f6c5ab001', project);

/** The services with a project that the environment service has heard of. */
export async function opened(project = 'shop'): Promise<Service> {
  const service = await Service.start();
  const app = service['app'];
  const commands = app.get(CommandBus);
  const by = (deed: string): Origin => ({
    actor: systemActor,
    role: 'system',
    at: service.clock.now(),
    commandId: derivedId(causeOf(project), deed),
    correlationId: causeOf(project),
  });
  const data = { project };
  const environments = { type: 'OpenEnvironments', data } as const;
  const pipeline = { type: 'OpenPipeline', data } as const;
  await commands.execute(new DecideEnvironments(project, environments, by('environments')));
  await commands.execute(new DecidePipeline(project, pipeline, by('pipeline')));
  return service;
}
