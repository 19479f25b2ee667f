import { happened } from '@roadbook/api';
import type { CommandDto, Taken, ProjectPath } from '@roadbook/api';
import {
  DecideRelease,
  DecideRoad,
  InvokeRollback,
  StartPromotion,
} from '../../commands/commands.js';
import type {
  CommandOf,
  ReleaseCommand,
  ReleaseCommandType,
} from '../../domain/release/commands.js';
import type { RoadCommand } from '../../domain/road/commands.js';
import type { ReleasePath } from './paths.dto.js';

type Asked<Data> = Data & CommandDto;

/** What is asked of a release: body and path together carry the fields of the command. */
export function decideRelease<Type extends ReleaseCommandType, Path extends ReleasePath>(
  type: Type,
  { project, version, ...named }: Path,
  { occurredAt, ...said }: Asked<Omit<CommandOf<Type>['data'], keyof Path>>,
  { origin, expected }: Taken,
): DecideRelease {
  const command = { type, data: { ...named, ...said } } as unknown as ReleaseCommand;
  return new DecideRelease(project, version, command, happened(origin, occurredAt), expected);
}

export function planRelease(
  { project }: ProjectPath,
  { occurredAt, ...said }: Asked<Omit<CommandOf<'PlanRelease'>['data'], 'project'>>,
  { origin, expected }: Taken,
): DecideRelease {
  const command = { type: 'PlanRelease', data: { ...said, project } } as const;
  return new DecideRelease(project, said.version, command, happened(origin, occurredAt), expected);
}

export function registerProject(
  { occurredAt, ...data }: Asked<Extract<RoadCommand, { type: 'RegisterProject' }>['data']>,
  { origin, expected }: Taken,
): DecideRoad {
  const command = { type: 'RegisterProject', data } as const;
  return new DecideRoad(data.project, command, happened(origin, occurredAt), expected);
}

export const startPromotion = (
  { project, version }: ReleasePath,
  { occurredAt, environment }: Asked<Pick<StartPromotion, 'environment'>>,
  { origin, expected }: Taken,
): StartPromotion =>
  new StartPromotion(project, version, environment, happened(origin, occurredAt), expected);

export const invokeRollback = (
  { project, version }: ReleasePath,
  { occurredAt, ...why }: Asked<InvokeRollback['why']>,
  { origin, expected }: Taken,
): InvokeRollback =>
  new InvokeRollback(project, version, why, happened(origin, occurredAt), expected);
