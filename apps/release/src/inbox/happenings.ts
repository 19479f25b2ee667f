import type { Received } from '@roadbook/contracts';
import type { WithdrawUnclaimed } from '../commands/pipeline-change-found.js';

/** What the environment service tells, and what follows from it here. */
export class Happenings {
  constructor(private readonly withdraw: WithdrawUnclaimed) {}

  async take(received: Received): Promise<void> {
    switch (received.type) {
      case 'roadbook.unannotated-pipeline-change-found.v1': {
        const { project, change, event: id } = received.data;
        const because = { id, correlationId: received.correlationId ?? id };
        return this.withdraw.after({ project, change, because });
      }
      default:
        return undefined;
    }
  }
}
