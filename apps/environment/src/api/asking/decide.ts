import { happened } from '@roadbook/api';
import type { CommandDto, ProjectPath, Taken } from '@roadbook/api';
import { DecideEnvironments, DecidePipeline } from '../../commands/commands.js';
import type { EnvironmentsCommand } from '../../domain/environments/commands.js';
import type { PipelineCommand } from '../../domain/pipeline/commands.js';

/** What the body has to say, where the path says the rest. */
type Said<Data, Path> = Omit<Data, keyof Path> & CommandDto;

type EnvironmentsData<Type extends EnvironmentsCommand['type']> = Extract<
  EnvironmentsCommand,
  { type: Type }
>['data'];

type PipelineData<Type extends PipelineCommand['type']> = Extract<
  PipelineCommand,
  { type: Type }
>['data'];

/** What is asked of the environments of a project: body and path together carry the fields of the command. */
export function decideEnvironments<
  Type extends EnvironmentsCommand['type'],
  Path extends ProjectPath,
>(
  type: Type,
  { project, ...named }: Path,
  { occurredAt, ...said }: Said<EnvironmentsData<Type>, Path>,
  { origin, expected }: Taken,
): DecideEnvironments {
  const command = { type, data: { ...named, ...said } } as unknown as EnvironmentsCommand;
  return new DecideEnvironments(project, command, happened(origin, occurredAt), expected);
}

/** What is asked of the pipeline of a project. */
export function decidePipeline<Type extends PipelineCommand['type'], Path extends ProjectPath>(
  type: Type,
  { project, ...named }: Path,
  { occurredAt, ...said }: Said<PipelineData<Type>, Path>,
  { origin, expected }: Taken,
): DecidePipeline {
  const command = { type, data: { ...named, ...said } } as unknown as PipelineCommand;
  return new DecidePipeline(project, command, happened(origin, occurredAt), expected);
}
