import type { Fact } from '../fact.js';
import { booksOf, versionOf } from './chronicle.js';
import type { Books, Chronicle } from './chronicle.js';
import { productionAuthorized, promotionAuthorized, windowAndClients } from './authorized.js';
import { claimed, claimedForProduction, ended } from './claimed.js';
import { heldForNothing, notRolledBack, ofEveryStream, ofReleases, ofViolations } from './kept.js';
import type { Broken, StreamRule } from './kept.js';
import type { Moment, Rules } from './moment.js';
import { artifacts, evidence, parity, rollbackPlan } from './prepared.js';
import { onThePath, pipeline, toProduction } from './requested.js';
import { rollbackCompleted, rollbackStarted } from './rolled-back.js';

export interface Finding {
  readonly rule: string;
  /** Id of the event at which it was found. */
  readonly at: string;
  readonly sentence: string;
}

const prepared = { ...evidence, ...artifacts, ...rollbackPlan, ...parity };
const started = { ...prepared, ...promotionAuthorized, ...onThePath, ...pipeline };
const startedInProduction = {
  ...started,
  ...toProduction,
  ...productionAuthorized,
  ...windowAndClients,
};

/** What a deployer takes up still rests on all that it was requested on. */
const claimedAnywhere = { ...claimed, ...prepared, ...promotionAuthorized };
const claimedInProduction = {
  ...claimedAnywhere,
  ...claimedForProduction,
  ...productionAuthorized,
  ...windowAndClients,
};

type Named = readonly [name: string, rule: Rules[string]];

const named = <At extends Fact>(rules: Rules<At>): readonly Named[] =>
  Object.entries(rules) as unknown as readonly Named[];

const at = {
  authorization: named(prepared),
  secondAuthorization: named({ ...prepared, ...promotionAuthorized }),
  start: named(started),
  startInProduction: named(startedInProduction),
  claim: named(claimedAnywhere),
  claimInProduction: named(claimedInProduction),
  end: named(ended),
  rollback: named(rollbackStarted),
  completion: named(rollbackCompleted),
};

/** The rules that are asked at a fact of this kind. */
function rulesAt(fact: Fact): readonly Named[] {
  switch (fact.type) {
    case 'PromotionAuthorizationRequested':
    case 'PromotionAuthorized':
      return at.authorization;
    case 'ProductionAuthorizationRequested':
    case 'ProductionAuthorized':
      return at.secondAuthorization;
    case 'DeploymentRequested':
      return fact.data.environment === 'production' ? at.startInProduction : at.start;
    case 'DeploymentClaimed':
      return fact.data.environment === 'production' ? at.claimInProduction : at.claim;
    case 'PromotionEnded':
      return at.end;
    case 'RollbackStarted':
      return at.rollback;
    case 'RollbackCompleted':
      return at.completion;
    default:
      return [];
  }
}

/** The name of every rule that the checker knows. */
export const ruleNames: readonly string[] = [
  ...new Set([
    ...Object.values(at).flatMap((rules) => rules.map(([name]) => name)),
    ...[ofEveryStream, ofReleases, ofViolations].flatMap((rules) => Object.keys(rules)),
    ...['held-for-a-reason', 'late-failure-rolls-back'],
  ]),
];

/** Everything in the books that a hard rule forbids, from the facts alone. They have to come from a service that is at rest. */
export function check(facts: readonly Fact[], from = 0): Finding[] {
  const books = booksOf(facts);
  return [
    ...facts.slice(from).flatMap((fact) => foundAt(fact, books)),
    ...foundInStreams([books.road, books.answers, books.violations], ofEveryStream),
    ...foundInStreams([...books.releases.values()], { ...ofEveryStream, ...ofReleases }),
    ...foundInStreams([books.violations], ofViolations),
    ...finding('held-for-a-reason', heldForNothing(books)),
    ...finding('late-failure-rolls-back', notRolledBack(books)),
  ];
}

function foundAt(fact: Fact, books: Books): Finding[] {
  const rules = rulesAt(fact);
  const version = versionOf(fact);
  const release = books.releases.get(version);
  if (rules.length === 0 || !release) return [];
  const moment: Moment = {
    ...{ books, release, version, at: fact, position: fact.position },
    kind: release.last('ReleasePlanned', Infinity)?.data.kind ?? 'standard',
    candidate: release.last('CandidateChosen', fact.position)?.data.commit ?? '',
  };
  return rules.flatMap(([rule, broken]) => {
    const sentence = broken(moment);
    return finding(rule, sentence === undefined ? undefined : { at: fact, sentence });
  });
}

const foundInStreams = (
  streams: readonly Chronicle[],
  rules: Readonly<Record<string, StreamRule>>,
): Finding[] =>
  streams.flatMap((stream) =>
    Object.entries(rules).flatMap(([rule, broken]) => finding(rule, broken(stream))),
  );

const finding = (rule: string, broken: Broken | undefined): Finding[] =>
  broken ? [{ rule, at: broken.at.id, sentence: broken.sentence }] : [];
