import type { StoredEvent } from '@roadbook/event-store';

/** What an entry is called for by. */
export interface Called {
  readonly project: string;
  readonly happening: string;
  /** Id of the event. */
  readonly event: string;
}

type Recorded = Pick<StoredEvent, 'id' | 'stream' | 'type' | 'data'>;

/** The happenings of the contract that an event is by itself, whatever else is on record. */
const always: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  release: {
    ReleasePrepared: 'release-prepared',
    DeploymentLogClosed: 'deployment-log-closed',
    RollbackCompleted: 'rollback-ended',
    RollbackIncomplete: 'rollback-ended',
    ViolationRecorded: 'violation-recorded',
  },
  environment: {
    ParityVerified: 'parity-verified',
    ConfigurationChangeCompleted: 'configuration-change-ended',
    ConfigurationChangeReverted: 'configuration-change-ended',
    PipelineChangeImplemented: 'pipeline-change-implemented',
    PipelineChangeReverted: 'pipeline-change-reverted',
    ViolationRecorded: 'violation-recorded',
  },
};

/**
 * Which entries the knowledge base has to have, read from the events of the other two services alone: neither their outboxes nor the inbox of
 * the knowledge base have a part in it, so that it finds what these lose or double. Takes the events of each service in their order.
 */
export class CalledFor {
  readonly all: Called[] = [];
  /** Deployments that a deployer has taken up, and configuration changes that came into an environment. */
  private readonly begun = new Set<string>();

  take(service: string, event: Recorded): void {
    const begun = begunBy(event);
    if (begun !== undefined) this.begun.add(begun);
    const happening = always[service]?.[event.type] ?? this.ifBegun(event);
    if (happening !== undefined)
      this.all.push({ project: projectOf(event), happening, event: event.id });
  }

  /** What nobody took up executed nothing, and what was applied nowhere changed nothing. */
  private ifBegun({ type, data }: Recorded): string | undefined {
    if (type === 'PromotionEnded')
      return data.environment === 'production' && this.begun.has(text(data.deployment))
        ? 'release-executed'
        : undefined;
    return type === 'ConfigurationChangeWithdrawn' && this.begun.has(text(data.change))
      ? 'configuration-change-ended'
      : undefined;
  }
}

function begunBy({ type, data }: Recorded): string | undefined {
  if (type === 'DeploymentClaimed') return text(data.deployment);
  return type === 'ConfigurationApplied' ? text(data.change) : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `release-shop@1.4.0` and `pipeline-shop` are both of the shop. */
const projectOf = ({ stream }: Recorded): string => /^[a-z]+-([a-z0-9-]+)/.exec(stream)?.[1] ?? '';
