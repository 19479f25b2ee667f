import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ActorId, Recorded, Environment } from '@roadbook/decider';
import { EventStore } from '@roadbook/event-store';
import type { ReleaseEvent } from '../../domain/release/events.js';
import type { StepResult } from '../../domain/release/parts.js';
import { releaseStream } from '../../domain/streams.js';
import { recorded } from '@roadbook/read-model';
import { eventsOf, replay, UnknownPart } from '@roadbook/questions';

/** The rollback plan tried for real, as it was reported. */
export interface RehearsalView {
  readonly rehearsal: string;
  /** Digest of the plan that was tried. */
  readonly plan: string;
  /** It proves something for this candidate only. */
  readonly candidate: string;
  readonly environment: Environment;
  /** Recorded time; so is `endedAt`. */
  readonly startedAt: string;
  readonly startedBy: ActorId;
  readonly steps: readonly StepResult[];
  /** Null while it is under way; so are `durationSeconds` and `endedAt`. */
  readonly verdict: 'passed' | 'failed' | null;
  readonly durationSeconds: number | null;
  readonly endedAt: string | null;
}

/** Any rehearsal of a release, also one that another has followed. */
export class GetRehearsal extends Query<RehearsalView> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly rehearsal: string,
  ) {
    super();
  }
}

@QueryHandler(GetRehearsal)
export class GetRehearsalHandler implements IQueryHandler<GetRehearsal> {
  constructor(private readonly events: EventStore) {}

  /** @throws UnknownPart */
  async execute({ project, version, rehearsal }: GetRehearsal): Promise<RehearsalView> {
    const { state } = await replay<RehearsalView | undefined>(
      eventsOf(this.events, releaseStream(project, version)),
      () => true,
      undefined,
      (view, event) => told(view, recorded<ReleaseEvent>(event), rehearsal),
    );
    if (!state) throw new UnknownPart(`${project} has no rehearsal ${rehearsal} of ${version}`);
    return state;
  }
}

function told(
  view: RehearsalView | undefined,
  event: Recorded<ReleaseEvent>,
  rehearsal: string,
): RehearsalView | undefined {
  const { type, data, recordedAt, actor } = event;
  if (!('rehearsal' in data) || data.rehearsal !== rehearsal) return view;
  if (type === 'RehearsalStarted')
    return { ...data, ...notEnded, startedAt: recordedAt, startedBy: actor, steps: [] };
  if (!view) return view;
  if (type === 'RehearsalStepsReported') return { ...view, steps: [...view.steps, ...data.steps] };
  if (type !== 'RehearsalEnded') return view;
  const { verdict, durationSeconds } = data;
  return { ...view, verdict, durationSeconds, endedAt: recordedAt };
}

const notEnded = { verdict: null, durationSeconds: null, endedAt: null };
