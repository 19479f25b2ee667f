import type { Recorded } from '@roadbook/decider';
import { orFail, systemOrigin } from '@roadbook/decisions';
import type { StoredEvent } from '@roadbook/event-store';
import type { Clock } from '@roadbook/process';
import type { Deciding } from '../commands/deciding.js';
import type { Key } from '../commands/key.js';
import type { RollbackProcess } from '../commands/rollback-process.js';
import type { DataOf, ReleaseEvent } from '../domain/release/events.js';
import { keepsEnvironment, needsRollback } from '../domain/release/promotion-end.js';
import { releaseOfStream } from '../domain/streams.js';

type Happened<Type extends string> = Extract<Recorded<ReleaseEvent>, { type: Type }>;
type PromotionEnded = DataOf<'PromotionEnded'>;

/** What follows by itself: own event, own next command. Doing it twice is doing it once. */
export class Reactions {
  constructor(
    private readonly deciding: Deciding,
    private readonly rollback: RollbackProcess,
    private readonly clock: Clock,
  ) {}

  /** The events that something follows from. */
  static readonly types = ['PromotionEnded', 'PromotionOverturned', 'RollbackCompleted'] as const;

  async to(event: StoredEvent): Promise<void> {
    const happened = event as unknown as Happened<(typeof Reactions.types)[number]>;
    switch (happened.type) {
      case 'PromotionEnded':
        return this.promotionEnded(event, releaseOfStream(event.stream), happened.data);
      case 'PromotionOverturned':
        return this.promotionOverturned(event, releaseOfStream(event.stream), happened.data);
      case 'RollbackCompleted':
        return this.rollbackCompleted(event, releaseOfStream(event.stream), happened.data);
      default:
        return happened satisfies never;
    }
  }

  private async promotionEnded(event: StoredEvent, key: Key, ended: PromotionEnded): Promise<void> {
    if (needsRollback(ended)) await this.rollBack(event, key, findingOf(ended));
    else if (!keepsEnvironment(ended)) await this.vacate(event, key, ended);
  }

  /** Where another release has come to production meanwhile, there is nothing to roll back any more. */
  private async promotionOverturned(
    event: StoredEvent,
    key: Key,
    overturned: DataOf<'PromotionOverturned'>,
  ): Promise<void> {
    if (!needsRollback(overturned) || (await this.rollback.isReplaced(key))) return;
    const finding = 'a deployment to production or a check of it failed, as was reported later';
    await this.rollBack(event, key, finding);
  }

  private async vacate(event: StoredEvent, { project }: Key, ended: PromotionEnded): Promise<void> {
    const { deployment: claim, environment, outcome } = ended;
    await this.deciding.onRoad(
      project,
      { type: 'VacateEnvironment', data: { claim, environment, outcome } },
      systemOrigin(event, 'vacate', this.clock.now()),
    );
  }

  /** The finding is the confirmation that the issue comes from the deployment (protocol 3). */
  private async rollBack(event: StoredEvent, key: Key, finding: string): Promise<void> {
    const started = await this.rollback.start(
      key,
      {
        reason: finding,
        confirmation: `found by the promotion itself: ${finding}`,
        usersAffected: true,
      },
      systemOrigin(event, 'rollback', this.clock.now()),
    );
    orFail(started, `the rollback of ${key.project} ${key.version}`);
  }

  private async rollbackCompleted(
    event: StoredEvent,
    { project, version }: Key,
    { rollback: claim }: DataOf<'RollbackCompleted'>,
  ): Promise<void> {
    await this.deciding.onRoad(
      project,
      { type: 'RecordRollback', data: { version, claim } },
      systemOrigin(event, 'record-rollback', this.clock.now()),
    );
  }
}

const findingOf = ({ outcome, phase }: PromotionEnded): string =>
  outcome === 'unanswered'
    ? 'not every required check of production had passed by the deadline'
    : `the ${phase === 'deploying' ? 'deployment to' : 'verification of'} production failed`;
