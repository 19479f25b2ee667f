import type { Origin } from '@roadbook/decider';
import { orFail, systemOrigin } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import type { Deciding } from '../commands/deciding.js';
import type { PromotionProcess } from '../commands/promotion-process.js';
import type { RollbackProcess } from '../commands/rollback-process.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import type { DueDeadline } from './due-deadlines.js';

/** The namespace of what deadlines lead to: the ids of deadlines are no UUIDs. */
const namespace = '0d8a6c3e-5d0f-5d0e-9a3b-6f2f0c1b7a11';

/** What the system does when a deadline has come. Whether it still matters is decided by the deciders. */
export class ActOnDeadline {
  constructor(
    private readonly deciding: Deciding,
    private readonly promotion: PromotionProcess,
    private readonly rollback: RollbackProcess,
    private readonly clock: Clock,
  ) {}

  async act(deadline: DueDeadline): Promise<void> {
    const { project, version } = deadline;
    const origin = this.origin(deadline);
    switch (deadline.kind) {
      case 'claim':
        return this.promotion.giveBack(
          { project, version },
          deadline.environment,
          deadline.claim,
          origin,
        );
      case 'rollback-claim':
        return this.rollback.giveBack({ project, version }, deadline.claim, origin);
      case 'deployment':
      case 'verification':
        return this.give(deadline, { type: 'MissDeadline', data: deadline }, origin);
      case 'window':
        return this.give(deadline, { type: 'LapseWindow', data: deadline }, origin);
      case 'rollback-budget':
        return this.give(deadline, { type: 'OverrunRollbackBudget', data: deadline }, origin);
      default:
        return deadline satisfies never;
    }
  }

  private async give(
    { project, version }: DueDeadline,
    command: ReleaseCommand,
    origin: Origin,
  ): Promise<void> {
    const outcome = await this.deciding.onRelease({ project, version }, command, origin);
    orFail(outcome, `${command.type} on ${project} ${version}`);
  }

  private origin({ project, version, kind, id, due }: DueDeadline): Origin {
    const because = derivedId(namespace, [project, version, kind, id, due].join('/'));
    return systemOrigin({ id: because, correlationId: because }, kind, this.clock.now());
  }
}
