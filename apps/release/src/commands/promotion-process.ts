import { isRefusal } from '@roadbook/decider';
import type { Decision, DomainEvent, Origin, Environment } from '@roadbook/decider';
import { systemOrigin } from '@roadbook/decisions';
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
    const answered = await this.deciding.answered('deployment', key, known, origin, expected);
    if (answered) return answered;
    const { state: release, revision, position } = known;
    const claim = await this.claimFor(key, environment, release, origin);
    const command = { type: 'RequestDeployment', data: { environment, claim } } as const;
    const foreseen = await this.rehearse(key, command, release, origin);
    if (isRefusal(foreseen)) return foreseen;
    if (foreseen.length === 0 || release.situation === 'unplanned')
      return { revision, position, events: [], repeated: false, deployment: claim };
    const claimed = await this.claim(release, command.data, origin);
    if (isRefusal(claimed)) return this.deciding.refused(key, command, origin, claimed);
    const started = await this.deciding.onRelease(key, command, origin, expected);
    if (isRefusal(started)) await this.giveBack(key, environment, claim, origin);
    return this.deciding.started('deployment', key, started);
  }

  /** The claim that this command has on the road already; a new one where it has none, or has given it back. */
  private async claimFor(
    { project }: Key,
    environment: Environment,
    release: Release,
    { commandId }: Origin,
  ): Promise<string> {
    const { state: road, revision } = await this.deciding.road(project);
    const held = road.claims[environment];
    return held?.commandId === commandId && !isAbandonedBy(release, held.claim)
      ? held.claim
      : derivedId(commandId, `claim/${String(revision)}`);
  }

  /** What would be decided if the claim stood: asked before anything is written. */
  private async rehearse(
    key: Key,
    command: CommandOf<'RequestDeployment'>,
    release: Release,
    origin: Origin,
  ): Promise<Decision<DomainEvent>> {
    const surroundings = await this.deciding.surroundings(key, command, origin, release, {
      rehearsed: true,
    });
    const { environment, claim } = command.data;
    const road = withClaim(surroundings.road, key.version, environment, claim);
    const foreseen = releaseDecider.decide(command, release, origin, { ...surroundings, road });
    return isRefusal(foreseen)
      ? this.deciding.refused(key, command, origin, foreseen, surroundings)
      : foreseen;
  }

  private claim(
    release: PlannedRelease,
    { environment, claim }: CommandOf<'RequestDeployment'>['data'],
    origin: Origin,
  ): Promise<Outcome> {
    const { project, version, kind, candidate, notes } = release;
    const breaking = release.breaking || notes?.breaking === true;
    const commit = candidate?.commit ?? '';
    const data = { claim, environment, version, candidate: commit, kind, breaking };
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

/** The road as it would be with the claim. */
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
