import {
  keepsEnvironment,
  needsRollback,
} from '../../../apps/release/src/domain/release/promotion-end.js';
import { attemptOf } from '../../../apps/release/src/domain/release/attempts.js';
import { plusMs } from '../../../apps/release/src/domain/time.js';
import type { Fact, FactOf } from '../fact.js';
import { abandonPromotion, abandonRollback, rollBack, systemOrigin } from './processes.js';
import type { Outcome, Service, Steps } from './service.js';

/** What the system does by itself after an event: at once, or when its time has come. */
export interface FollowUp {
  /** Not before this recorded time. */
  readonly due: string;
  readonly after: Fact;
  start(service: Service, at: string): Steps<Outcome>;
}

/** A claim without a start is released by the system. */
const claimAgeMaxMs = 10_000;

const versionOf = ({ stream }: Fact): string => stream.slice('release@'.length);

/** Reactions to the event, and timers that it sets. */
export function followUpsOf(after: Fact): FollowUp[] {
  const then = (start: FollowUp['start'], due = after.recordedAt): FollowUp[] => [
    { due, after, start },
  ];
  switch (after.type) {
    case 'EnvironmentClaimed': {
      const { version, environment, claim } = after.data;
      return then(
        (service, at) => abandonPromotion(service, version, environment, claim, at),
        plusMs(after.recordedAt, claimAgeMaxMs),
      );
    }
    case 'RollbackClaimed': {
      const { version, claim } = after.data;
      return then(
        (service, at) => abandonRollback(service, version, claim, at),
        plusMs(after.recordedAt, claimAgeMaxMs),
      );
    }
    case 'DeploymentRequested':
      return then(missDeadline(after, after.data.deployment), after.data.deadline);
    case 'DeploymentReported':
      return after.data.verificationDeadline === null
        ? []
        : then(missDeadline(after, after.data.deployment), after.data.verificationDeadline);
    case 'WindowConfirmed':
    case 'WindowProposed':
      return then(lapseWindow(after), after.data.end);
    case 'RollbackStarted':
      return then(overrunBudget(after), after.data.budgetEndsAt);
    case 'PromotionEnded':
      return then(promotionEnded(after));
    case 'PromotionOverturned':
      return needsRollback(after.data) ? then(promotionOverturned(after)) : [];
    case 'RollbackCompleted':
      return then(recordRollback(after));
    case 'PipelineReported':
      return after.data.state === 'unannotated' ? then(withdrawUnclaimed(after)) : [];
    default:
      return [];
  }
}

const missDeadline =
  (after: Fact, deployment: string): FollowUp['start'] =>
  (service, at) =>
    service.onRelease(
      versionOf(after),
      { type: 'MissDeadline', data: { deployment } },
      systemOrigin(after.id, 'miss-deadline', at),
    );

const lapseWindow =
  (after: FactOf<'WindowConfirmed' | 'WindowProposed'>): FollowUp['start'] =>
  (service, at) =>
    service.onRelease(
      versionOf(after),
      { type: 'LapseWindow', data: after.data },
      systemOrigin(after.id, 'lapse', at),
    );

const overrunBudget =
  (after: FactOf<'RollbackStarted'>): FollowUp['start'] =>
  (service, at) =>
    service.onRelease(
      versionOf(after),
      { type: 'OverrunRollbackBudget', data: { rollback: after.data.rollback } },
      systemOrigin(after.id, 'overrun', at),
    );

const recordRollback =
  (after: FactOf<'RollbackCompleted'>): FollowUp['start'] =>
  (service, at) =>
    service.onRoad(
      { type: 'RecordRollback', data: { version: versionOf(after), claim: after.data.rollback } },
      systemOrigin(after.id, 'record-rollback', at),
    );

/** What has failed in production is rolled back; what is not known there keeps the environment; anything else frees it. */
const promotionEnded = (after: FactOf<'PromotionEnded'>): FollowUp['start'] =>
  function* (service, at) {
    const { data } = after;
    if (needsRollback(data)) {
      const reason = `production ended ${data.outcome}`;
      const why = { reason, confirmation: reason, usersAffected: true };
      const origin = systemOrigin(after.id, 'rollback', at);
      return yield* rollBack(service, versionOf(after), why, origin);
    }
    return keepsEnvironment(data) ? [] : yield* vacate(service, after, at);
  };

/** What has failed there later is rolled back, unless a deployer has brought another release there meanwhile. */
const promotionOverturned = (after: FactOf<'PromotionOverturned'>): FollowUp['start'] =>
  function* (service, at) {
    const version = versionOf(after);
    if (isReplaced(service, version)) return [];
    const reason = 'a check failed later';
    const why = { reason, confirmation: reason, usersAffected: true };
    return yield* rollBack(service, version, why, systemOrigin(after.id, 'rollback', at));
  };

function isReplaced({ book }: Service, version: string): boolean {
  const { claims, standing } = book.road();
  const holder = claims.production ?? standing;
  if (!holder || holder.version === version) return false;
  if (!claims.production) return true;
  const other = book.release(holder.version);
  const attempt =
    other.situation === 'planned' ? attemptOf(other, claims.production.claim) : undefined;
  return attempt?.claimedBy !== undefined;
}

function vacate(
  service: Service,
  { id, data: { deployment: claim, environment, outcome } }: FactOf<'PromotionEnded'>,
  at: string,
): Steps<Outcome> {
  return service.onRoad(
    { type: 'VacateEnvironment', data: { claim, environment, outcome } },
    systemOrigin(id, 'vacate', at),
  );
}

/** A pipeline change was found: what nobody has taken up is withdrawn. */
const withdrawUnclaimed = (after: FactOf<'PipelineReported'>): FollowUp['start'] =>
  function* (service, at) {
    const reason = 'a pipeline change was found that was not confirmed first';
    for (const { version, claim: deployment } of Object.values(service.book.road().claims)) {
      yield* service.onRelease(
        version,
        { type: 'WithdrawUnclaimedDeployment', data: { deployment, reason } },
        systemOrigin(after.id, `withdraw/${deployment}`, at),
      );
    }
    return [];
  };
