import { isRefusal } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { Act } from '@roadbook/decider/acting';
import { configurationDiffDocument } from '../../../apps/environment/src/documents/configuration-diff/document.js';
import { configurationDiffMarkdown } from '../../../apps/environment/src/documents/configuration-diff/markdown.js';
import type {
  CommandOf,
  EnvironmentsCommand,
} from '../../../apps/environment/src/domain/environments/commands.js';
import { environmentsDecider } from '../../../apps/environment/src/domain/environments/decide.js';
import type {
  ConfigurationChangeEvent,
  EnvironmentsEvent,
} from '../../../apps/environment/src/domain/environments/events.js';
import { change } from '../../../apps/environment/src/domain/environments/history.fixture.js';
import * as orders from '../../../apps/environment/src/domain/environments/orders.fixture.js';
import type { Setting } from '../../../apps/environment/src/domain/environments/settings.js';
import { applyToConfigurationChange } from '../../../apps/environment/src/projections/configuration-changes/apply.js';
import type { ConfigurationChangeRow } from '../../../apps/environment/src/projections/configuration-changes/row.js';
import type { Rendered } from '../documents.js';

/** Every text of the stories that comes from outside. */
export interface Wording {
  readonly what: string;
  readonly reason: string;
  readonly risk: string;
  readonly value: string;
  readonly other: string;
  readonly why: string;
}

export const usual: Wording = {
  what: 'Longer timeout for the invoice provider',
  reason: 'The provider needs up to 40 s at the end of the month',
  risk: 'Staging drifts from production until the change is there, planned for the same day',
  value: '30s',
  other: '45s',
  why: 'the provider has become faster again',
};

type Proposal = Partial<CommandOf<'ProposeConfigurationChange'>['data']>;

/** What happened to one configuration change, decided by the decider itself: a refusal is an error of the story. */
export class Story {
  private state = environmentsDecider.initial;
  private row: ConfigurationChangeRow | undefined;
  private revision = 0;

  constructor(private readonly words: Wording = usual) {
    this.do(orders.open());
  }

  do({ what, origin: { actor = 'ines', role = 'cio' } }: Act<EnvironmentsCommand>): this {
    const minutes = String(this.revision % 60).padStart(2, '0');
    const recordedAt = `2026-11-23T09:${minutes}:00.000Z`;
    const by = { actor, role, commandId: `command-${this.revision}` };
    const origin = { ...by, at: recordedAt, correlationId: by.commandId };
    const events = environmentsDecider.decide(what, this.state, origin);
    if (isRefusal(events)) throw new Error(JSON.stringify(events.refused));
    for (const event of events) this.happened(event, { ...by, recordedAt });
    return this;
  }

  private happened(
    event: EnvironmentsEvent,
    by: { actor: string; role: string; commandId: string; recordedAt: string },
  ): void {
    const place = {
      id: `event-${this.revision}`,
      revision: this.revision,
      position: this.revision,
    };
    const recorded = { ...event, ...by, ...place } as never;
    this.state = environmentsDecider.evolve(this.state, recorded);
    if ('change' in event.data && event.data.change === change && event.type !== 'ParityVerified')
      this.row = applyToConfigurationChange(
        this.row,
        recorded satisfies ConfigurationChangeEvent,
        'shop',
      );
    this.revision += 1;
  }

  /** Everything is configured alike. */
  observed(): this {
    for (const one of ['dev', 'qa', 'staging', 'production'] as const)
      this.report(one, this.before);
    return this;
  }

  report(environment: Environment, settings: readonly Setting[]): this {
    return this.do(orders.report(environment, settings));
  }

  propose(proposal: Proposal): this {
    const { what, reason, risk } = this.words;
    const order = orders.propose();
    const data = { ...order.what.data, what, reason, risk, ...proposal };
    return this.do({ ...order, what: { ...order.what, data } as EnvironmentsCommand });
  }

  agree(): this {
    return this.do(orders.confirm()).do(orders.review());
  }

  arrive(environment: Environment): this {
    return this.do(orders.apply(environment))
      .do(orders.reportApplication(environment))
      .report(environment, this.after);
  }

  get before(): Setting[] {
    return [
      { setting: 'payment.timeout', value: this.words.value },
      { setting: 'payment.token', digest: '60303ae2'.repeat(8) },
      { setting: 'payment.retry', value: '' },
    ];
  }

  get after(): Setting[] {
    return [
      { setting: 'payment.timeout', value: this.words.other },
      { setting: 'payment.token', digest: '9f86d081'.repeat(8) },
    ];
  }

  /** All that can be changed. */
  changes(environments: readonly Environment[]): Proposal {
    return {
      environments,
      settings: [
        { setting: 'payment.timeout', environments, to: { value: this.words.other } },
        { setting: 'payment.token', environments, to: { digest: '9f86d081'.repeat(8) } },
        { setting: 'payment.retry', environments, to: null },
      ],
    };
  }

  rendered(): Rendered {
    if (!this.row) throw new Error('the story proposes no change');
    const json = configurationDiffDocument(this.row);
    return { json, markdown: configurationDiffMarkdown(json) };
  }
}
