import { refuseAtFirst, silence } from '@roadbook/decider';
import type { Decider } from '@roadbook/decider';
import { roleIsPermitted } from '../guards.js';
import type { PipelineCommand } from './commands.js';
import type { PipelineEvent } from './events.js';
import { noPipeline } from './state.js';
import type { Pipeline } from './state.js';

export const pipelineDecider: Decider<PipelineCommand, Pipeline, PipelineEvent> = {
  initial: noPipeline,

  decide: (command, { opened }, origin) =>
    refuseAtFirst([roleIsPermitted], { command, origin }) ??
    (opened ? silence : [{ type: 'PipelineOpened', data: command.data }]),

  evolve: (pipeline) => ({ ...pipeline, opened: true }),
};
