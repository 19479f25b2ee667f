import type { Fact } from '../fact.js';

/** What the specification says in so many words, written down a second time, so that nothing is checked against itself. */

export const path: Readonly<Record<string, readonly string[]>> = {
  standard: ['dev', 'qa', 'staging', 'production'],
  hotfix: ['staging', 'production'],
};

export const checks: Readonly<Record<string, readonly string[]>> = {
  dev: ['smoke-tests'],
  qa: ['full-test-suite', 'integration-tests'],
  staging: ['full-test-suite', 'performance-baseline', 'behaviour-as-expected'],
  production: [
    ...['health-checks', 'smoke-tests', 'monitoring-normal', 'no-error-rate-spike'],
    'performance-within-baseline',
  ],
};

export const gateRoles = { quality: 'cqo', design: 'cdo', security: 'cso' } as const;
export const placeholders = ['', 'tbd', 'todo', 'n/a', 'tbd - later'];
export const rollbackBudgetSeconds = 600;
export const windowMaxMs = 24 * 3_600_000;

/** Who may be the one who did it. What follows from something else in the same append is done by whoever caused it. */
export const rolesOf: Partial<Record<Fact['type'], readonly string[]>> = {
  ProjectRegistered: ['orchestrator'],
  EnvironmentClaimed: ['cio'],
  EnvironmentVacated: ['system'],
  RollbackClaimed: ['cio', 'system'],
  RollbackClaimReleased: ['system'],
  ReleaseRolledBack: ['system'],
  ParityReported: ['deployer'],
  PipelineReported: ['deployer'],
  ReleasePlanned: ['cio'],
  TicketsRetargeted: ['cio'],
  SecurityScopeWidened: ['cso'],
  TicketsMerged: ['cto'],
  ReleaseWithdrawn: ['cio'],
  CandidateChosen: ['cio'],
  CandidateContentsReported: ['deployer'],
  TestSuiteReported: ['deployer'],
  GateReported: ['cqo', 'cdo', 'cso'],
  ParityChecked: ['cio'],
  SecurityBlockSet: ['cso'],
  SecurityBlockCleared: ['cso'],
  ReleaseNotesCompiled: ['cio'],
  RollbackPlanWritten: ['cio'],
  RollbackPlanReviewed: ['cto'],
  RehearsalStarted: ['deployer'],
  RehearsalStepsReported: ['deployer'],
  RehearsalEnded: ['deployer'],
  VersionTagged: ['cio'],
  DeploymentLogPrepared: ['cio'],
  PromotionAuthorizationRequested: ['cio'],
  PromotionAuthorized: ['orchestrator'],
  PromotionDenied: ['orchestrator'],
  ProductionAuthorizationRequested: ['cio'],
  ProductionAuthorized: ['orchestrator'],
  ProductionDenied: ['orchestrator'],
  WindowProposed: ['cio', 'cpo'],
  WindowConfirmed: ['orchestrator'],
  WindowLapsed: ['system'],
  ClientsDeclaredUnaffected: ['cio'],
  ClientsDeclaredAffected: ['cio'],
  ClientCommunicationAcknowledged: ['cco'],
  DeploymentRequested: ['cio'],
  DeploymentLogEntryOpened: ['cio'],
  ClaimAbandoned: ['system'],
  DeploymentClaimed: ['deployer'],
  DeploymentReported: ['deployer'],
  ChecksReported: ['deployer'],
  DeadlineMissed: ['system', 'deployer'],
  PromotionOverturned: ['deployer'],
  FailureDiagnosed: ['cio'],
  RollbackStarted: ['cio', 'system'],
  RollbackStepsReported: ['deployer'],
  RollbackChecksReported: ['deployer'],
  RollbackCompleted: ['deployer'],
  RollbackCommunicationAcknowledged: ['cco'],
  RollbackReviewScheduled: ['cio'],
};

interface Numbers {
  readonly core: readonly number[];
  readonly prerelease: readonly string[];
}

const numbersOf = (version: string): Numbers => {
  const [core = '', ...rest] = version.split('-');
  const prerelease = rest.join('-');
  return {
    core: core.split('.').map(Number),
    prerelease: prerelease === '' ? [] : prerelease.split('.'),
  };
};

/** Semver precedence (semver.org 2.0.0, 11). */
export function isHigher(version: string, other: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(other)];
  for (const [index, number] of a.core.entries())
    if (number !== b.core[index]) return number > (b.core[index] ?? 0);
  if (a.prerelease.length === 0 || b.prerelease.length === 0)
    return a.prerelease.length === 0 && b.prerelease.length > 0;
  for (const [index, one] of a.prerelease.entries()) {
    const two = b.prerelease[index];
    if (two === undefined) return true;
    if (one === two) continue;
    const numeric = [one, two].map((identifier) => /^\d+$/.test(identifier));
    if (numeric[0] !== numeric[1]) return numeric[1] ?? false;
    return numeric[0] === true ? Number(one) > Number(two) : one > two;
  }
  return false;
}

export function isHigherPatch(version: string, base: string): boolean {
  const [a, b] = [numbersOf(version).core, numbersOf(base).core];
  return a[0] === b[0] && a[1] === b[1] && (a[2] ?? 0) > (b[2] ?? 0);
}

export function mayBreak(version: string, standing: string): boolean {
  const [a, b] = [numbersOf(version).core, numbersOf(standing).core];
  if ((a[0] ?? 0) > (b[0] ?? 0)) return true;
  return a[0] === 0 && b[0] === 0 && (a[1] ?? 0) > (b[1] ?? 0);
}
