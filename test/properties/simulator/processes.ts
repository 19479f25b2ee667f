import { isRefusal, systemActor } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import type { Environment } from '../../../apps/release/src/domain/environments.js';
import type { Surroundings } from '../../../apps/release/src/domain/hard-rules/standpoint.js';
import type { CommandOf } from '../../../apps/release/src/domain/release/commands.js';
import { attemptOf } from '../../../apps/release/src/domain/release/attempts.js';
import { releaseDecider } from '../../../apps/release/src/domain/release/decide.js';
import { keepsEnvironment } from '../../../apps/release/src/domain/release/promotion-end.js';
import type { PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import type { Road } from '../../../apps/release/src/domain/road/road.js';
import { road as roadShelf, releaseOf } from './book.js';
import type { Outcome, Service, Steps } from './service.js';

/** What takes more than one append: claim on the road, then start on the release; abandon where that is refused in between. */

/** What Roadbook does by itself because of something else. */
export const systemOrigin = (because: string, deed: string, at: string): Origin => ({
  actor: systemActor,
  role: 'system',
  at,
  commandId: `${because}/${deed}`,
  correlationId: because,
  causationId: because,
});

export function* promote(
  service: Service,
  version: string,
  environment: Environment,
  origin: Origin,
): Steps<Outcome> {
  const { book } = service;
  const release = book.release(version);
  if (book.isDone(releaseOf(version), origin.commandId)) return [];
  const claim = claimOf(service, book.road().claims[environment], origin);
  const surroundings = service.surroundings(origin.at);
  const command = { type: 'RequestDeployment', data: { environment, claim } } as const;
  const foreseen = releaseDecider.decide(command, release, origin, {
    ...surroundings,
    road: withClaim(surroundings.road, version, environment, claim),
  });
  if (isRefusal(foreseen)) return yield* service.foreseen(version, command.type, origin, foreseen);
  if (foreseen.length === 0 || release.situation === 'unplanned') return [];
  yield;
  const claimed = yield* service.onRoad(claimFor(release, environment, claim), origin);
  if (isRefusal(claimed))
    return yield* service.refused(version, 'RequestDeployment', origin, claimed);
  yield;
  const started = yield* service.onRelease(version, command, origin);
  if (isRefusal(started)) yield* abandonPromotion(service, version, environment, claim, origin.at);
  return started;
}

const claimOf = (
  { book }: Service,
  held: { readonly claim: string; readonly commandId: string } | undefined,
  { commandId }: Origin,
): string =>
  held?.commandId === commandId
    ? held.claim
    : `${commandId}/claim/${String(book.read(roadShelf).revision)}`;

/** The road as it would be with the claim: what is asked before anything is written. */
export function withClaim(
  road: Road,
  version: string,
  environment: Environment,
  claim: string,
): Road {
  const held = road.claims[environment];
  if (held && held.version !== version) return road;
  const own = {
    claim,
    version,
    candidate: '',
    kind: 'standard',
    event: '',
    commandId: '',
  } as const;
  return { ...road, claims: { ...road.claims, [environment]: own } };
}

export const claimFor = (
  { version, kind, candidate, breaking, notes }: PlannedRelease,
  environment: Environment,
  claim: string,
) =>
  ({
    type: 'ClaimEnvironment',
    data: {
      ...{ claim, environment, version, kind },
      candidate: candidate?.commit ?? '',
      breaking: breaking || notes?.breaking === true,
    },
  }) as const;

/** First on the release, so that no start can slip in behind it; then on the road. */
export function* abandonPromotion(
  service: Service,
  version: string,
  environment: Environment,
  claim: string,
  at: string,
): Steps<Outcome> {
  const abandoned = yield* abandon(service, version, environment, claim, at);
  const outcome = abandoned ? 'not-started' : howItLeft(service, version, claim);
  if (!outcome) return [];
  yield;
  return yield* service.onRoad(
    { type: 'VacateEnvironment', data: { claim, environment, outcome } },
    systemOrigin(claim, 'vacate', at),
  );
}

/** A claim that was made again for a deployment which had ended before. */
function howItLeft({ book }: Service, version: string, claim: string) {
  const release = book.release(version);
  const attempt = release.situation === 'planned' ? attemptOf(release, claim) : undefined;
  const keeps = attempt && keepsEnvironment({ ...attempt, phase: attempt.endedIn });
  return attempt?.phase === 'ended' && !keeps ? attempt.outcome : undefined;
}

function* abandon(
  service: Service,
  version: string,
  environment: Environment,
  claim: string,
  at: string,
): Steps<boolean> {
  const origin = systemOrigin(claim, 'abandon', at);
  yield* service.onRelease(version, { type: 'AbandonClaim', data: { claim, environment } }, origin);
  return service.book.isDone(releaseOf(version), origin.commandId);
}

type Why = Omit<CommandOf<'StartRollback'>['data'], 'claim' | 'restores'>;

export function* rollBack(
  service: Service,
  version: string,
  why: Why,
  origin: Origin,
): Steps<Outcome> {
  const { book } = service;
  if (book.isDone(releaseOf(version), origin.commandId)) return [];
  const foreseen = releaseDecider.decide(
    { type: 'StartRollback', data: { ...why, claim: '', restores: null } },
    book.release(version),
    origin,
    withRollbackClaim(service.surroundings(origin.at), version),
  );
  if (isRefusal(foreseen))
    return yield* service.foreseen(version, 'StartRollback', origin, foreseen);
  if (foreseen.length === 0) return [];
  yield* clearTheWay(service, version, origin.at);
  yield;
  const claim = claimOf(service, book.road().rollback, origin);
  const claimed = yield* service.onRoad(
    { type: 'ClaimRollback', data: { claim, version } },
    origin,
  );
  if (isRefusal(claimed)) return claimed;
  const restores = book.road().rollback?.restores ?? null;
  yield;
  const data = { ...why, claim, restores };
  const started = yield* service.onRelease(version, { type: 'StartRollback', data }, origin);
  if (isRefusal(started)) yield* abandonRollback(service, version, claim, origin.at);
  return started;
}

const withRollbackClaim = (surroundings: Surroundings, version: string): Surroundings => ({
  ...surroundings,
  road: {
    ...surroundings.road,
    rollback: { claim: '', version, restores: null, commandId: '' },
  },
});

export function* abandonRollback(
  service: Service,
  version: string,
  claim: string,
  at: string,
): Steps<Outcome> {
  const abandoned = yield* abandon(service, version, 'production', claim, at);
  if (!abandoned) return [];
  yield;
  return yield* service.onRoad(
    { type: 'ReleaseRollbackClaim', data: { claim } },
    systemOrigin(claim, 'release-rollback-claim', at),
  );
}

/** A request of another release for production that no deployer has taken up is withdrawn for the rollback. */
function* clearTheWay(service: Service, version: string, at: string): Steps<void> {
  const entering = service.book.road().claims.production;
  if (!entering || entering.version === version) return;
  const deployment = entering.claim;
  const withdrawn = yield* service.onRelease(
    entering.version,
    {
      type: 'WithdrawUnclaimedDeployment',
      data: { deployment, reason: `production is being rolled back from ${version}` },
    },
    systemOrigin(deployment, 'clear', at),
  );
  if (isRefusal(withdrawn) || withdrawn.length === 0) return;
  yield;
  yield* service.onRoad(
    {
      type: 'VacateEnvironment',
      data: { claim: deployment, environment: 'production', outcome: 'withdrawn' },
    },
    systemOrigin(deployment, 'vacate', at),
  );
}
