import type { Fact } from '../fact.js';
import { versionOf } from './chronicle.js';
import type { Books, Chronicle } from './chronicle.js';
import { inProduction } from './production.js';
import { failedInProduction } from './requested.js';
import { checksOf } from './verdicts.js';
import { gateRoles, rolesOf } from './spec-words.js';

/** What has to hold of whole streams: who may be who, what never changes, and that nothing is left undone. */

export interface Broken {
  readonly at: Fact;
  readonly sentence: string;
}
export type StreamRule = (stream: Chronicle) => Broken | undefined;

const first = (
  facts: readonly Fact[],
  sentence: string,
  broken: (fact: Fact, index: number) => boolean,
): Broken | undefined => {
  const at = facts.find(broken);
  return at && { at, sentence };
};

/** Asked of every stream. */
export const ofEveryStream: Readonly<Record<string, StreamRule>> = {
  'revisions-without-gaps': ({ facts }) =>
    first(facts, 'a revision is missing or twice', ({ revision }, index) => revision !== index),
  'recorded-in-order': ({ facts }) =>
    first(
      facts,
      'it was recorded before the one that precedes it',
      ({ recordedAt }, index) => recordedAt < (facts[index - 1]?.recordedAt ?? ''),
    ),
  'permitted-role': ({ facts }) =>
    first(
      facts,
      'the role may not do this',
      ({ type, role }) => rolesOf[type]?.includes(role) === false,
    ),
};

const sees =
  (marks: (fact: Fact) => string | undefined) =>
  ({ facts }: Chronicle, sentence: string): Broken | undefined => {
    const seen = new Map<string, string>();
    return first(facts, sentence, (fact) => {
      const mark = marks(fact);
      if (mark === undefined) return false;
      const known = seen.get(fact.actor);
      seen.set(fact.actor, known ?? mark);
      return known !== undefined && known !== mark;
    });
  };

const authorityUsed = sees(({ role }) => (role === 'cio' || role === 'cto' ? role : undefined));
const gateUsed = sees((fact) => (fact.type === 'GateReported' ? fact.data.gate : undefined));

const fixed: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'CandidateChosen',
  'TicketsRetargeted',
  'ReleaseNotesCompiled',
  'RollbackPlanWritten',
  'VersionTagged',
]);

/** What a deployment to production rests on besides what is fixed anyway. */
const bases: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'WindowProposed',
  'ClientsDeclaredAffected',
  'ClientsDeclaredUnaffected',
]);

function isBeingDeployed(release: Chronicle, position: number): boolean {
  const claim = release.last(
    'DeploymentClaimed',
    position,
    ({ data }) => data.environment === 'production',
  );
  const end =
    claim &&
    release.last(
      'PromotionEnded',
      position,
      ({ data }) => data.deployment === claim.data.deployment,
    );
  return claim !== undefined && end === undefined;
}

/** Asked of the stream of every release. */
export const ofReleases: Readonly<Record<string, StreamRule>> = {
  'authorities-apart': (release) =>
    authorityUsed(release, 'one identity acted as cio and as cto on this release'),
  'gates-apart': (release) => gateUsed(release, 'one identity reported two gates'),
  'gate-by-its-role': ({ facts }) =>
    first(
      facts,
      'a gate is reported by its own role only',
      (fact) => fact.type === 'GateReported' && fact.role !== gateRoles[fact.data.gate],
    ),
  'planned-once': ({ facts }) =>
    first(
      facts,
      'a release is planned once, and first of all',
      ({ type }, index) => (type === 'ReleasePlanned') !== (index === 0),
    ),
  'fixed-once-started': (release) => {
    const started = release.first(
      'DeploymentRequested',
      -1,
      ({ data }) => data.environment === 'production',
    );
    return started === undefined
      ? undefined
      : first(
          release.between(started.position, Infinity),
          'this is fixed since the promotion to production started',
          ({ type }) => fixed.has(type),
        );
  },
  'kept-while-in-production': (release) =>
    first(
      release.facts,
      'window and clients stay as they are while a deployer is in production',
      (fact) => bases.has(fact.type) && isBeingDeployed(release, fact.position),
    ),
  'scope-never-narrowed': (release) => {
    const widenings = release.all('SecurityScopeWidened');
    return first(release.facts, 'a scope that the cso widened was narrowed', (fact) => {
      if (fact.type !== 'TicketsRetargeted') return false;
      return widenings.some(
        ({ position, data }) =>
          position < fact.position &&
          fact.data.tickets.some(
            ({ id, securityScope }) =>
              id === data.ticket && !data.areas.every((area) => securityScope.includes(area)),
          ),
      );
    });
  },
  'failure-rolls-back': (release) =>
    first(
      release.facts,
      'it failed in production, and no rollback has started',
      (fact) =>
        fact.type === 'PromotionEnded' &&
        failedInProduction(fact) &&
        !release.first('RollbackStarted', fact.position),
    ),
};

/** Asked of the violations. */
export const ofViolations: Readonly<Record<string, StreamRule>> = {
  'violation-recorded-once': ({ facts }) => {
    const seen = new Set<string>();
    return first(facts, 'the same violation is on record already', (fact) => {
      if (fact.type !== 'ViolationRecorded') return false;
      const { command, rule, version, candidate, missing } = fact.data;
      const conditions = missing.map(({ id }) => id).sort();
      const same = JSON.stringify([fact.actor, command, rule, version, candidate, conditions]);
      return seen.size === seen.add(same).size;
    });
  },
};

/** Asked when everybody has come to an end: what was found to have failed where it stood in production is rolled back. */
export function notRolledBack(books: Books): Broken | undefined {
  return first(
    books.everything.facts,
    'a check failed where it stood in production, and no rollback has started',
    (fact) => {
      if (fact.type !== 'ChecksReported' || fact.data.environment !== 'production') return false;
      const version = versionOf(fact);
      const release = books.releases.get(version);
      const { occupant, rollingBack } = inProduction(books, fact.position, 'ReleaseRolledBack');
      if (!release || occupant !== version || rollingBack !== undefined) return false;
      const known = checksOf(release, fact.data.deployment, fact.position + 0.5);
      const attempts = release.all('DeploymentClaimed', fact.position);
      const isLatest = attempts.at(-1)?.data.deployment === fact.data.deployment;
      const asked = release.last('DeploymentRequested', fact.position)?.data.deployment;
      if (!isLatest || asked !== fact.data.deployment) return false;
      if (![...known.values()].includes('failed')) return false;
      const followed = books.everything.first(
        'DeploymentClaimed',
        fact.position,
        ({ data }) => data.environment === 'production',
      );
      return !release.first('RollbackStarted', fact.position) && followed === undefined;
    },
  );
}

/** Asked of the road, when everybody has come to an end: each claim that still holds is there for a reason. */
export function heldForNothing({ road, releases }: Books): Broken | undefined {
  return first(road.facts, 'it is held, and nothing runs or stands there', (fact) => {
    if (fact.type !== 'EnvironmentClaimed') return false;
    const { claim, environment, version } = fact.data;
    const release = releases.get(version);
    const vacated = road.first('EnvironmentVacated', fact.position, ({ data }) => {
      const passed = data.outcome === 'passed' && data.environment === environment;
      return data.claim === claim || (passed && data.version === version);
    });
    const rolledBack = road.first(
      'ReleaseRolledBack',
      fact.position,
      ({ data }) => data.version === version,
    );
    if (!release || vacated || (rolledBack && environment === 'production')) return false;
    const ended = release.first('PromotionEnded', -1, ({ data }) => data.deployment === claim);
    const started = release.first(
      'DeploymentRequested',
      -1,
      ({ data }) => data.deployment === claim,
    );
    const kept = environment === 'production' && ended?.data.phase !== 'requested';
    return !started || (ended !== undefined && !kept);
  });
}
