import { isRefusal } from '@roadbook/decider';
import type { Decision, DomainEvent, Origin, Environment } from '@roadbook/decider';
import { refuseUnexpected, systemOrigin } from '@roadbook/decisions';
import type { Accepted, ExpectedRevision, Outcome } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';
import type { CommandOf } from '../domain/release/commands.js';
import type { PromotionOutcome } from '../domain/release/events.js';
import { attemptOf } from '../domain/release/attempts.js';
import { releaseDecider } from '../domain/release/decide.js';
import { keepsEnvironment } from '../domain/release/promotion-end.js';
import type { PlannedRelease, Release } from '../domain/release/state.js';
import type { Road } from '../domain/road/road.js';
import { claimingAnew } from './claiming-anew.js';
import type { Deciding } from './deciding.js';
import type { Key } from './key.js';
import type { Settled } from './settled.js';
import type { Started } from './started.js';

/**
 * Claim, then start (docs/decisions/0002). The road decides who may enter the environment; then the release's own append decides
 * again and starts. What is refused in between gives the claim back.
 */
export class PromotionProcess {
  constructor(
    private readonly deciding: Deciding,
    private readonly reactions: Settled,
  ) {}

  async start(
    key: Key,
    environment: Environment,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Started<'deployment'>> {
    await this.reactions.settled();
    return claimingAnew(() => this.claimAndStart(key, environment, origin, expected));
  }

  private async claimAndStart(
    key: Key,
    environment: Environment,
    origin: Origin,
    expected: ExpectedRevision | undefined,
  ): Promise<Started<'deployment'>> {
    const known = await this.deciding.release(key);
    const { state: release, revision, position } = known;
    const deed = known.deedOf(origin.commandId);
    if (deed) return this.deciding.started('deployment', key, { ...deed, repeated: true });
    const unexpected = refuseUnexpected(expected, revision);
    if (unexpected) return unexpected;
    const road = await this.deciding.road(key.project);
    const held = road.state.claims[environment];
    const claim =
      held?.commandId === origin.commandId && !isAbandonedBy(release, held.claim)
        ? held.claim
        : derivedId(origin.commandId, `claim/${String(road.revision)}`);
    const command: CommandOf<'RequestDeployment'> = {
      type: 'RequestDeployment',
      data: { environment, claim },
    };
    const surroundings = await this.deciding.surroundings(key, command, origin, release, {
      rehearsed: true,
    });
    const foreseen: Decision<DomainEvent> = releaseDecider.decide(command, release, origin, {
      ...surroundings,
      road: withClaim(surroundings.road, key.version, environment, claim),
    });
    if (isRefusal(foreseen))
      return this.deciding.refused(key, command, origin, foreseen, surroundings);
    if (foreseen.length === 0 || release.situation === 'unplanned')
      return { revision, position, events: [], repeated: false, deployment: claim };
    const claimed = await this.claim(release, environment, claim, origin);
    if (isRefusal(claimed)) return this.deciding.refused(key, command, origin, claimed);
    const started = await this.deciding.onRelease(key, command, origin, expected);
    if (isRefusal(started)) await this.giveBack(key, environment, claim, origin);
    return this.deciding.started('deployment', key, started);
  }

  private claim(
    release: PlannedRelease,
    environment: Environment,
    claim: string,
    origin: Origin,
  ): Promise<Outcome> {
    const { project, version, kind, candidate, notes } = release;
    const breaking = release.breaking || notes?.breaking === true;
    const data = {
      claim,
      environment,
      version,
      candidate: candidate?.commit ?? '',
      kind,
      breaking,
    };
    return this.deciding.onRoad(project, { type: 'ClaimEnvironment', data }, origin);
  }

  /**
   * First on the release, so that no start can slip in behind it; then on the road. A claim that was made again for a deployment which
   * had ended before is given back too: nothing follows from that end any more.
   */
  async giveBack(key: Key, environment: Environment, claim: string, origin: Origin): Promise<void> {
    const because = { id: claim, correlationId: origin.correlationId };
    const abandoned = await this.deciding.onRelease(
      key,
      { type: 'AbandonClaim', data: { claim, environment } },
      systemOrigin(because, 'abandon', origin.at),
    );
    if (isRefusal(abandoned)) return;
    const { state } = await this.deciding.release(key);
    const outcome = isAbandoned(abandoned) ? 'not-started' : howItLeft(state, claim);
    if (!outcome) return;
    await this.deciding.onRoad(
      key.project,
      { type: 'VacateEnvironment', data: { claim, environment, outcome } },
      systemOrigin(because, 'vacate', origin.at),
    );
  }
}

/** Silence means that the deployment did start after all. */
const isAbandoned = ({ events }: Accepted): boolean =>
  events.some(({ type }) => type === 'ClaimAbandoned');

/** How the deployment ended that started on the claim; `undefined` while it has not, or keeps its environment. */
function howItLeft(release: Release, claim: string): PromotionOutcome | undefined {
  const attempt = release.situation === 'planned' ? attemptOf(release, claim) : undefined;
  const keeps = attempt && keepsEnvironment({ ...attempt, phase: attempt.endedIn });
  return attempt?.phase === 'ended' && !keeps ? attempt.outcome : undefined;
}

/** The claim is being given back: nothing can start on it any more. */
const isAbandonedBy = (release: Release, claim: string): boolean =>
  release.situation !== 'unplanned' && release.abandonedClaims.includes(claim);

/** The road as it would be with the claim: what is asked before anything is written. */
function withClaim(road: Road, version: string, environment: Environment, claim: string): Road {
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
