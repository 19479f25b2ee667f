import { isRefusal } from '@roadbook/decider';
import type { Act } from '@roadbook/decider/acting';
import type { StoredEvent } from '@roadbook/event-store';
import { origin } from '../domain/acts.fixture.js';
import type { EnvironmentsCommand } from '../domain/environments/commands.js';
import { environmentsDecider } from '../domain/environments/decide.js';
import { plain, secret } from '../domain/environments/history.fixture.js';
import * as orders from '../domain/environments/orders.fixture.js';
import { environmentsStream } from '../domain/streams.js';

/** The environments of a project, told by their decider: a refusal is an error of the story. A minute passes between two commands. */
export class EnvironmentsStory {
  readonly log: StoredEvent[] = [];
  private state = environmentsDecider.initial;
  private minutes = 0;

  constructor(readonly project = 'shop') {}

  tell(...orders: readonly Act<EnvironmentsCommand>[]): this {
    for (const { what, origin: who } of orders) {
      const at = new Date(Date.parse('2026-03-02T09:00:00Z') + this.minutes * 60_000).toISOString();
      this.minutes += 1;
      const commandId = `command-${this.minutes}`;
      const events = environmentsDecider.decide(what, this.state, {
        ...origin,
        ...who,
        at,
        commandId,
      });
      if (isRefusal(events)) throw new Error(JSON.stringify(events.refused));
      for (const event of events) {
        const { actor, role } = { ...origin, ...who };
        const revision = this.log.length;
        const stored = {
          ...event,
          ...{ actor, role, commandId, correlationId: commandId, recordedAt: at },
          ...{ id: `event-${revision}`, revision, position: revision, hash: '', schemaVersion: 1 },
          stream: environmentsStream(this.project),
        };
        this.log.push(stored as unknown as StoredEvent);
        this.state = environmentsDecider.evolve(this.state, stored);
      }
    }
    return this;
  }
}

const all = ['dev', 'qa', 'staging', 'production'] as const;
const raised = [plain('LIMIT', '20'), secret('TOKEN', 'd1')];

/** Everything mirrors production, and the limit is to be raised. */
export const agreedStory = (): EnvironmentsStory =>
  new EnvironmentsStory()
    .tell(orders.open(), orders.declareScope('DB_HOST', 'environment'))
    .tell(...all.map((one) => orders.report(one)))
    .tell(orders.propose(), orders.confirm(), orders.review());

export const arrived = (environment: (typeof all)[number]): Act<EnvironmentsCommand>[] => [
  orders.apply(environment),
  orders.reportApplication(environment),
  orders.report(environment, raised),
];

/** The limit is raised everywhere. */
export const completedStory = (): EnvironmentsStory =>
  agreedStory()
    .tell(...arrived('dev'), ...arrived('qa'), ...arrived('staging'))
    .tell(orders.requestAuthorization(), orders.deny(), orders.requestAuthorization())
    .tell(orders.authorize(), orders.proposeWindow(), orders.confirmWindow())
    .tell(...arrived('production'), orders.checkParity());
