import { systemOrigin } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import type { Deciding } from './deciding.js';

/** A pipeline change that was not annotated and confirmed first, as it was told: by which message, and in which words. */
export interface PipelineChangeFound {
  readonly project: string;
  readonly change: string;
  readonly because: { readonly id: string; readonly correlationId: string };
}

/** What nobody has taken up is withdrawn; what is claimed runs to its end. Every start asks for the pipeline anew anyway. */
export class WithdrawUnclaimed {
  constructor(
    private readonly deciding: Deciding,
    private readonly clock: Clock,
  ) {}

  async after({ project, change, because }: PipelineChangeFound): Promise<void> {
    const { claims } = (await this.deciding.road(project)).state;
    const reason = `a pipeline change was found that was not annotated and confirmed first: ${change}`;
    for (const claim of Object.values(claims))
      await this.deciding.onRelease(
        { project, version: claim.version },
        { type: 'WithdrawUnclaimedDeployment', data: { deployment: claim.claim, reason } },
        systemOrigin(
          { ...because, id: derivedId(because.id, claim.claim) },
          'withdraw',
          this.clock.now(),
        ),
      );
  }
}
