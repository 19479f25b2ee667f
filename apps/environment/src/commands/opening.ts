import { isRefusal } from '@roadbook/decider';
import type { Refusal } from '@roadbook/decider';
import { systemOrigin } from '@roadbook/decisions';
import type { Deciding } from './deciding.js';

/** What a project is opened because of. */
export interface Because {
  readonly id: string;
  readonly correlationId: string;
}

/** Opens the streams of a project that was registered, the pipeline's last: whoever finds that one finds both. Opened twice is opened once. */
export class Opening {
  constructor(private readonly deciding: Deciding) {}

  /** @param at this service's clock, ISO 8601 */
  async open(project: string, because: Because, at: string): Promise<Refusal | undefined> {
    const origin = systemOrigin(because, 'open', at);
    const data = { project };
    const environments = { type: 'OpenEnvironments', data } as const;
    const opened = await this.deciding.onEnvironments(project, environments, origin);
    if (isRefusal(opened)) return opened;
    const pipeline = { type: 'OpenPipeline', data } as const;
    const both = await this.deciding.onPipeline(project, pipeline, origin);
    return isRefusal(both) ? both : undefined;
  }
}
