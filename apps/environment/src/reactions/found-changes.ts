import type { LoggerService } from '@nestjs/common';
import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { Follower } from '@roadbook/following';
import type { UpTo } from '@roadbook/following';
import type { Checkpoints } from '@roadbook/read-model';
import { recorded } from '@roadbook/read-model';
import type { Deciding } from '../commands/deciding.js';
import type { PipelineEvent } from '../domain/pipeline/events.js';
import { streamOf } from '../domain/streams.js';
import { violationOfFound } from '../domain/violations/found-change.js';

const found = 'UnannotatedPipelineChangeFound' satisfies PipelineEvent['type'];

/**
 * A pipeline change that was found without annotation is a violation by whoever reported it in place. The report itself is no refusal,
 * so its violation follows from the event, also after a crash.
 */
export class FoundChanges {
  private readonly follower: Follower;

  constructor(
    private readonly deciding: Deciding,
    followed: {
      readonly store: EventStore;
      readonly checkpoints: Checkpoints;
      readonly logger: Pick<LoggerService, 'error'>;
    },
  ) {
    this.follower = new Follower(
      {
        name: 'reactions',
        types: [found],
        carryOut: (events, upTo) => this.react(events, upTo),
        failed: 'a violation could not be recorded; it is tried again',
      },
      followed,
    );
  }

  start(): Promise<void> {
    return this.follower.start();
  }

  stop(): Promise<void> {
    return this.follower.stop();
  }

  /** What is wrong, for readiness; `undefined` when violations are recorded. */
  trouble(): string | undefined {
    return this.follower.isRetrying
      ? 'violations by pipeline changes are not recorded; it is tried again'
      : undefined;
  }

  private async react(events: readonly StoredEvent[], upTo: UpTo): Promise<void> {
    for (const event of events) {
      const { type, data, ...origin } = recorded<PipelineEvent>(event);
      const project = streamOf(event.stream)?.project;
      if (type === found && project !== undefined)
        await this.deciding.violated(project, violationOfFound(event.id, data), {
          actor: origin.actor,
          role: origin.role,
          at: origin.recordedAt,
          commandId: event.id,
          correlationId: event.correlationId,
          causationId: event.id,
        });
      await upTo(event.position);
    }
  }
}
