import type { Role } from '@roadbook/decider';
import type { Act } from '@roadbook/decider/acting';
import { act } from '../acts.fixture.js';
import type { CommandOf, PipelineCommand, PipelineCommandType } from './commands.js';
import { annotation, hash, project } from './history.fixture.js';

/** The commands, as specs give them: each takes what matters to the spec, the rest is as usual. */
type Order = Act<PipelineCommand>;

const order = <Type extends PipelineCommandType>(
  role: Role,
  type: Type,
  data: CommandOf<Type>['data'],
): Order => act(role, { type, data } as PipelineCommand);

export const openPipeline = (): Order => order('system', 'OpenPipeline', { project });

export const annotateChange = (
  change = 'shards',
  more: Partial<CommandOf<'AnnotatePipelineChange'>['data']> = {},
): Order => order('cio', 'AnnotatePipelineChange', { ...annotation, ...more, change });

export const confirmChange = (change = 'shards'): Order =>
  order('cto', 'ConfirmPipelineChange', { change });

export const withdrawChange = (change = 'shards', reason = 'not needed'): Order =>
  order('cio', 'WithdrawPipelineChange', { change, reason });

export const orderReversal = (change = 'shards', reason = 'the shards starve'): Order =>
  order('cio', 'OrderPipelineReversal', { change, reason });

export const reportDefinition = (
  letter: string,
  more: Partial<CommandOf<'ReportPipelineDefinition'>['data']> = {},
): Order =>
  order('deployer', 'ReportPipelineDefinition', {
    ...{ definition: hash(letter), name: null, link: null, change: null },
    ...more,
  });

export const verifyPipeline = (more: Partial<CommandOf<'VerifyPipeline'>['data']> = {}): Order =>
  order('cio', 'VerifyPipeline', {
    question: 'question',
    purpose: 'promotion',
    version: '1.4.0',
    candidate: 'c0ffee',
    environment: 'qa',
    deployment: 'deployment',
    ...more,
  });
