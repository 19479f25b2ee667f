import type { Origin } from '@roadbook/decider';
import type { CommandOf, PipelineCommandType } from './commands.js';
import type { Pipeline } from './state.js';

/** A command as its guards see it: what is asked, of which pipeline, by whom. */
export interface Asked<Type extends PipelineCommandType> {
  readonly command: CommandOf<Type>['data'];
  readonly pipeline: Pipeline;
  readonly origin: Origin;
}

/** What is asked of one change that was annotated. */
export interface AskedOfChange {
  readonly command: { readonly change: string };
  readonly pipeline: Pipeline;
}
