import type { Received } from '@roadbook/contracts';
import type { Because, Notifying } from '../commands/notifying.js';
import type { WithdrawUnclaimed } from '../commands/pipeline-change-found.js';
import { driftFound, unannotatedPipelineChange } from '../domain/notifications/environments.js';

/** What the environment service tells, and what follows from it here. */
export class Happenings {
  constructor(
    private readonly withdraw: WithdrawUnclaimed,
    private readonly notifying: Notifying,
  ) {}

  async take(received: Received): Promise<void> {
    switch (received.type) {
      case 'roadbook.unannotated-pipeline-change-found.v1': {
        const { project, change } = received.data;
        const because = becauseOf(received, received.data);
        await this.withdraw.after({ project, change, because });
        return this.notifying.tell(
          { project },
          because,
          unannotatedPipelineChange(project, change),
        );
      }
      case 'roadbook.drift-found.v1': {
        const { project, environment, drift } = received.data;
        const because = becauseOf(received, received.data);
        return this.notifying.tell({ project }, because, driftFound(project, environment, drift));
      }
      default:
        return undefined;
    }
  }
}

const becauseOf = (
  { correlationId }: Received,
  { event: id, recordedAt }: { readonly event: string; readonly recordedAt: string },
): Because => ({ id, correlationId: correlationId ?? id, recordedAt });
