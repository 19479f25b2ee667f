import { isRefusal } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { StoredEvent } from '@roadbook/event-store';
import type { Deciding } from '../commands/deciding.js';
import type { Key } from '../commands/key.js';
import type { RollbackProcess } from '../commands/rollback-process.js';
import { systemOrigin } from '../commands/system-origin.js';
import type { PromotionEvent, ReleaseEvent, RollbackEvent } from '../domain/release/events.js';
import { releaseOfStream } from '../domain/streams.js';

type Happened<Type extends string> = Extract<Recorded<ReleaseEvent>, { type: Type }>;
type PromotionEnded = Extract<PromotionEvent, { type: 'PromotionEnded' }>['data'];

/** What follows by itself: own event, own next command. Doing it twice is doing it once. */
export class Reactions {
  constructor(
    private readonly deciding: Deciding,
    private readonly rollback: RollbackProcess,
    private readonly now: () => string,
  ) {}

  /** The events that something follows from. */
  static readonly types = ['PromotionEnded', 'RollbackCompleted'] as const;

  async to(event: StoredEvent): Promise<void> {
    const happened = event as unknown as Happened<(typeof Reactions.types)[number]>;
    switch (happened.type) {
      case 'PromotionEnded':
        return this.promotionEnded(event, releaseOfStream(event.stream), happened.data);
      case 'RollbackCompleted':
        return this.rollbackCompleted(event, releaseOfStream(event.stream), happened.data);
      default:
        return happened satisfies never;
    }
  }

  private async promotionEnded(event: StoredEvent, key: Key, ended: PromotionEnded): Promise<void> {
    if (needsRollback(ended)) await this.rollBack(event, key, ended);
    else if (!keepsEnvironment(ended)) await this.vacate(event, key, ended);
  }

  private async vacate(event: StoredEvent, { project }: Key, ended: PromotionEnded): Promise<void> {
    const { deployment: claim, environment, outcome } = ended;
    await this.deciding.onRoad(
      project,
      { type: 'VacateEnvironment', data: { claim, environment, outcome } },
      systemOrigin(event, 'vacate', this.now()),
    );
  }

  /** The finding is the confirmation that the issue comes from the deployment (protocol 3). */
  private async rollBack(event: StoredEvent, key: Key, ended: PromotionEnded): Promise<void> {
    const finding =
      ended.outcome === 'unanswered'
        ? 'not every required check of production had passed by the deadline'
        : `the ${ended.phase === 'deploying' ? 'deployment to' : 'verification of'} production failed`;
    const started = await this.rollback.start(
      key,
      {
        reason: finding,
        confirmation: `found by the promotion itself: ${finding}`,
        usersAffected: true,
      },
      systemOrigin(event, 'rollback', this.now()),
    );
    if (isRefusal(started)) throw new Error(started.refused[0].missing);
  }

  private async rollbackCompleted(
    event: StoredEvent,
    { project, version }: Key,
    { rollback: claim }: Extract<RollbackEvent, { type: 'RollbackCompleted' }>['data'],
  ): Promise<void> {
    await this.deciding.onRoad(
      project,
      { type: 'RecordRollback', data: { version, claim } },
      systemOrigin(event, 'record-rollback', this.now()),
    );
  }
}

/** A failed production deployment or check, or a required check that did not pass by the deadline. */
const needsRollback = ({ environment, outcome, phase }: PromotionEnded): boolean =>
  environment === 'production' &&
  phase !== 'requested' &&
  (outcome === 'failed' || (outcome === 'unanswered' && phase === 'verifying'));

/** What stands in production is not known: it stays with this release until its next attempt or its rollback. */
const keepsEnvironment = ({ environment, outcome, phase }: PromotionEnded): boolean =>
  environment === 'production' && phase !== 'requested' && outcome !== 'passed';
