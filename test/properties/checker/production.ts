import type { Books } from './chronicle.js';
import { versionOf } from './chronicle.js';

/** What stood in production at a moment. */
export interface InProduction {
  /** The version that was last deployed or restored there, whether it was verified or not. */
  readonly occupant?: string;
  /** Verified there and not rolled back since, in their order. */
  readonly verified: readonly string[];
  /** The version whose rollback has started and is not completed. */
  readonly rollingBack?: string;
}

/**
 * Told from deployers' claims, verifications and rollbacks alone, whatever the road says.
 * @param told by which event a rollback is over: the release's own, or the road's, which says what stands from then on (docs/decisions/0002)
 */
export function inProduction(
  { everything }: Books,
  before: number,
  told: 'RollbackCompleted' | 'ReleaseRolledBack' = 'RollbackCompleted',
): InProduction {
  let occupant: string | undefined;
  let verified: readonly string[] = [];
  let rollingBack: string | undefined;
  for (const fact of everything.facts) {
    if (fact.position >= before) break;
    const version = fact.type === 'ReleaseRolledBack' ? fact.data.version : versionOf(fact);
    if (fact.type === 'DeploymentClaimed' && fact.data.environment === 'production')
      occupant = version;
    if (fact.type === 'PromotionEnded' && fact.data.environment === 'production')
      if (fact.data.outcome === 'passed') verified = [...verified, version];
    if (fact.type === 'RollbackStarted') rollingBack = version;
    if (fact.type === told) {
      verified = verified.filter((one) => one !== version);
      occupant = verified[verified.length - 1];
      rollingBack = undefined;
    }
  }
  return { occupant, verified, rollingBack };
}
