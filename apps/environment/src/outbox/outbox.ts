import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { Folds } from '@roadbook/following';
import type { Outgoing } from '@roadbook/messaging/relay';
import { recorded } from '@roadbook/read-model';
import { happeningOf, outgoing } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import type { EnvironmentsEvent } from '../domain/environments/events.js';
import { evolveInFull, nothingTold } from '../domain/environments/in-full.js';
import type { EnvironmentsInFull } from '../domain/environments/in-full.js';
import { pipelineDecider } from '../domain/pipeline/decide.js';
import type { PipelineEvent } from '../domain/pipeline/events.js';
import type { Pipeline } from '../domain/pipeline/state.js';
import { streamOf } from '../domain/streams.js';
import type { ViolationRecorded } from '../domain/violations/events.js';
import { configurationChanges } from './configuration-changes.js';
import type { TellEnvironments } from './environments.js';
import { observations } from './observations.js';
import { toldOfPipeline } from './pipeline.js';
import { toldOfViolation } from './violations.js';

const source = 'urn:roadbook:environment';

/** What the environment service tells of its events: the only place that knows events and messages. The same event gives the same messages. */
export class Outbox {
  private readonly environments: Folds<EnvironmentsInFull>;
  private readonly pipelines: Folds<Pipeline>;

  constructor(store: EventStore) {
    this.environments = new Folds(store, {
      initial: nothingTold,
      evolve: (known, event) => evolveInFull(known, recorded<EnvironmentsEvent>(event)),
    });
    this.pipelines = new Folds(store, {
      initial: pipelineDecider.initial,
      evolve: (pipeline, event) => pipelineDecider.evolve(pipeline, recorded<PipelineEvent>(event)),
    });
  }

  async messagesOf(event: StoredEvent): Promise<readonly Outgoing[]> {
    return (await this.told(event)).flatMap((one) => outgoing(source, event, one));
  }

  private async told(event: StoredEvent): Promise<readonly Told[]> {
    const { kind, project = '' } = streamOf(event.stream) ?? {};
    const happening = happeningOf(project, event);
    switch (kind) {
      case 'environments': {
        const full = await this.environments.upTo(event);
        const recordedEvent = recorded<EnvironmentsEvent>(event);
        const telling = tellings[recordedEvent.type] as TellEnvironments;
        return telling(recordedEvent, { happening, full });
      }
      case 'pipeline': {
        const pipeline = await this.pipelines.upTo(event);
        return toldOfPipeline(recorded<PipelineEvent>(event), { happening, pipeline });
      }
      case 'violations':
        return toldOfViolation(recorded<ViolationRecorded>(event), happening);
      default:
        return [];
    }
  }
}

const tellings = { ...observations, ...configurationChanges };
