import { isRefusal } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import { systemOrigin } from '@roadbook/decisions';
import type { ExpectedRevision } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';
import type { CommandOf } from '../domain/release/commands.js';
import { releaseDecider } from '../domain/release/decide.js';
import type { Release } from '../domain/release/state.js';
import type { Road } from '../domain/road/road.js';
import { attemptOf } from '../domain/release/attempts.js';
import { claimingAnew } from './claiming-anew.js';
import type { Deciding } from './deciding.js';
import type { Key } from './key.js';
import type { Started } from './started.js';

type Why = Omit<CommandOf<'StartRollback'>['data'], 'claim' | 'restores'>;

/**
 * Claim, then start, as for a promotion: the road decides what stands in production and what is restored. A request of another release
 * for production that no deployer has taken up is withdrawn for it.
 */
export class RollbackProcess {
  constructor(private readonly deciding: Deciding) {}

  async start(
    key: Key,
    why: Why,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Started<'rollback'>> {
    const known = await this.deciding.release(key);
    const answered = await this.deciding.answered('rollback', key, known, origin, expected);
    if (answered) return answered;
    const { state: release, revision, position } = known;
    const command = { type: 'StartRollback', data: { ...why, claim: '', restores: null } } as const;
    const surroundings = await this.deciding.surroundings(key, command, origin, release);
    const foreseen = releaseDecider.decide(command, release, origin, {
      ...surroundings,
      road: withClaim(surroundings.road, key.version, ''),
    });
    if (isRefusal(foreseen)) return (await this.deciding.unknown(key.project)) ?? foreseen;
    if (foreseen.length === 0)
      return { revision, position, events: [], repeated: false, rollback: underWay(release) };
    await this.clearTheWay(key, origin);
    return claimingAnew(() => this.claimAndStart(key, why, origin, expected));
  }

  private async claimAndStart(
    key: Key,
    why: Why,
    origin: Origin,
    expected: ExpectedRevision | undefined,
  ): Promise<Started<'rollback'>> {
    const { state: road, revision } = await this.deciding.road(key.project);
    const claim =
      road.rollback?.commandId === origin.commandId
        ? road.rollback.claim
        : derivedId(origin.commandId, `claim/${String(revision)}`);
    const claimed = await this.deciding.onRoad(
      key.project,
      { type: 'ClaimRollback', data: { claim, version: key.version } },
      origin,
    );
    if (isRefusal(claimed)) return claimed;
    const { rollback } = (await this.deciding.road(key.project)).state;
    const data = { ...why, claim, restores: rollback?.restores ?? null };
    const command = { type: 'StartRollback', data } as const;
    const started = await this.deciding.onRelease(key, command, origin, expected);
    if (isRefusal(started)) await this.giveBack(key, claim, origin);
    return this.deciding.started('rollback', key, started);
  }

  /** First on the release, so that no start can slip in behind it; then on the road. */
  async giveBack(key: Key, claim: string, origin: Origin): Promise<void> {
    const because = { id: claim, correlationId: origin.correlationId };
    const abandoned = await this.deciding.onRelease(
      key,
      { type: 'AbandonClaim', data: { claim, environment: 'production' } },
      systemOrigin(because, 'abandon', origin.at),
    );
    if (isRefusal(abandoned) || abandoned.events.length === 0) return;
    await this.deciding.onRoad(
      key.project,
      { type: 'ReleaseRollbackClaim', data: { claim } },
      systemOrigin(because, 'release-rollback-claim', origin.at),
    );
  }

  /** Whether another release stands in production by now, or its deployer has taken production up: nothing is left to roll back. */
  async isReplaced({ project, version }: Key): Promise<boolean> {
    const { claims, standing } = (await this.deciding.road(project)).state;
    const holder = claims.production ?? standing;
    if (!holder || holder.version === version) return false;
    if (!claims.production) return true;
    const { state } = await this.deciding.release({ project, version: holder.version });
    const attempt =
      state.situation === 'planned' ? attemptOf(state, claims.production.claim) : undefined;
    return attempt?.claimedBy !== undefined;
  }

  /** It also leaves the environment at once: the reactions may be waiting for this very rollback. */
  private async clearTheWay({ project, version }: Key, origin: Origin): Promise<void> {
    const { state: road } = await this.deciding.road(project);
    const entering = road.claims.production;
    if (!entering || entering.version === version) return;
    const { claim } = entering;
    const because = { id: claim, correlationId: origin.correlationId };
    const reason = `production is being rolled back from ${version}`;
    const withdrawn = await this.deciding.onRelease(
      { project, version: entering.version },
      { type: 'WithdrawUnclaimedDeployment', data: { deployment: claim, reason } },
      systemOrigin(because, 'clear', origin.at),
    );
    if (isRefusal(withdrawn) || withdrawn.events.length === 0) return;
    const data = { claim, environment: 'production', outcome: 'withdrawn' } as const;
    await this.deciding.onRoad(
      project,
      { type: 'VacateEnvironment', data },
      systemOrigin(because, 'vacate', origin.at),
    );
  }
}

/** The road as it would be with the claim: what is asked before anything is written. */
const withClaim = (road: Road, version: string, claim: string): Road => ({
  ...road,
  rollback: { claim, version, restores: null, commandId: '' },
});

const underWay = (release: Release): string =>
  release.situation === 'planned' && release.rollback.is === 'under-way'
    ? release.rollback.rollback
    : '';
