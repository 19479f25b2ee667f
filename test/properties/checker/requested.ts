import type { Fact, FactOf } from '../fact.js';
import { versionOf } from './chronicle.js';
import type { Moment, Rules } from './moment.js';
import { unless } from './moment.js';
import { inProduction } from './production.js';
import { checks, isHigher, isHigherPatch, mayBreak, path } from './spec-words.js';
import { checksOf } from './verdicts.js';

/** What has to hold when a deployment starts: its place on the path and on the road, and what was answered about the environments. */

type Request = FactOf<'DeploymentRequested'>;

const passedBefore = (
  { release, candidate }: Moment,
  environment: string,
  before: number,
): FactOf<'PromotionEnded'> | undefined =>
  release.last(
    'PromotionEnded',
    before,
    ({ data }) =>
      data.environment === environment && data.candidate === candidate && data.outcome === 'passed',
  );

/** The deployments of any release that were requested before and have not ended. */
const underWay = ({ books, position }: Moment): Request[] =>
  books.everything
    .all('DeploymentRequested', position)
    .filter(
      ({ data }) =>
        !books.everything.last(
          'PromotionEnded',
          position,
          (ended) => ended.data.deployment === data.deployment,
        ),
    );

/** Whether the answer is one that could be known when the command was taken: the last before that, or one that came since. */
export function isCurrent(
  { books, at }: Moment,
  type: 'ParityReported' | 'PipelineReported',
  answers: (fact: FactOf<'ParityReported'> | FactOf<'PipelineReported'>) => boolean,
): boolean {
  const given: readonly (FactOf<'ParityReported'> | FactOf<'PipelineReported'>)[] =
    books.answers.all(type, at.position);
  const before = given.filter(({ recordedAt }) => recordedAt < at.recordedAt).length;
  return given.slice(Math.max(before - 1, 0)).some(answers);
}

/** How the last attempt of the candidate in the environment ended, as it counts at that moment. */
function outcomeIn({ release, candidate, position }: Moment, environment: string) {
  const of = ({ data }: FactOf<'PromotionEnded'> | FactOf<'PromotionOverturned'>): boolean =>
    data.environment === environment && data.candidate === candidate;
  const ended = release.last('PromotionEnded', position, of);
  const overturned = release.last('PromotionOverturned', position, of);
  const same = overturned?.data.deployment === ended?.data.deployment;
  return { ended, outcome: (same ? overturned : ended)?.data.outcome };
}

export const onThePath: Rules<Request> = {
  'path-passed-still': (moment) => {
    const way = path[moment.kind] ?? [];
    const before = way.slice(0, way.indexOf(moment.at.data.environment));
    const open = before.find((environment) => {
      const { ended, outcome } = outcomeIn(moment, environment);
      if (outcome !== 'passed') return true;
      const { release, position } = moment;
      const known = checksOf(release, ended?.data.deployment ?? '', position);
      return (checks[environment] ?? []).some((check) => known.get(check) !== 'passed');
    });
    return unless(open === undefined, `${open ?? ''} is not passed any more`);
  },
  'candidate-that-stands': ({ candidate, version, at: { data } }) =>
    unless(
      candidate !== '' && data.candidate === candidate && data.version === version,
      'what is deployed is not the candidate that stands',
    ),
  'environment-on-path': ({ kind, at }) =>
    unless(path[kind]?.includes(at.data.environment) ?? false, 'this is not on its path'),
  'path-in-order': (moment) => {
    const way = path[moment.kind] ?? [];
    let before = moment.position;
    for (const environment of way.slice(0, way.indexOf(moment.at.data.environment)).reverse()) {
      const passed = passedBefore(moment, environment, before);
      const begun =
        passed &&
        moment.release.last(
          'DeploymentRequested',
          passed.position,
          ({ data }) => data.deployment === passed.data.deployment,
        );
      if (!begun) return `this candidate had not passed ${environment} before`;
      before = begun.position;
    }
    return undefined;
  },
  'on-the-road': ({ release, position }) => {
    const end =
      release.last('ReleaseWithdrawn', position) ??
      release.last('RollbackStarted', position) ??
      release.last(
        'PromotionEnded',
        position,
        ({ data }) => data.environment === 'production' && data.outcome === 'passed',
      );
    return unless(end === undefined, `the release had come to its end with ${end?.type ?? ''}`);
  },
  'failure-diagnosed': (moment) => {
    const { release, position, at } = moment;
    const { ended: last, outcome = '' } = outcomeIn(moment, at.data.environment);
    const failed = ['failed', 'errored', 'unanswered'].includes(outcome);
    if (!last || !failed || at.data.environment === 'production') return undefined;
    const diagnosed = release.last(
      'FailureDiagnosed',
      position,
      ({ data }) => data.deployment === last.data.deployment,
    );
    return unless(diagnosed !== undefined, 'the failure before was not diagnosed');
  },
  'one-at-a-time': (moment) => {
    const other = underWay(moment).find(
      ({ data, stream }) =>
        data.environment === moment.at.data.environment || stream === moment.at.stream,
    );
    return unless(other === undefined, `${other?.id ?? ''} has not ended yet`);
  },
  'claimed-on-the-road': ({ books, position, version, at: { data } }) => {
    const isThis = (fact: Fact & { readonly data: { readonly claim: string } }) =>
      fact.data.claim === data.deployment;
    const claimed = books.road.last('EnvironmentClaimed', position, isThis);
    const vacated = books.road.last('EnvironmentVacated', position, isThis);
    return unless(
      claimed?.data.version === version &&
        claimed.data.environment === data.environment &&
        vacated === undefined,
      'the road holds no claim for it',
    );
  },
  'log-entry-opened': ({ release, at }) => {
    const entry = release.facts[at.revision + 1];
    return unless(
      entry?.type === 'DeploymentLogEntryOpened' &&
        entry.commandId === at.commandId &&
        entry.data.deployment === at.data.deployment &&
        entry.data.candidate === at.data.candidate,
      'the log entry was not opened in the append that started the deployment',
    );
  },
};

export const pipeline: Rules<Request> = {
  'pipeline-confirmed': ({ at }) =>
    unless(at.data.pipeline.state === 'confirmed', 'the pipeline was not confirmed'),
  'pipeline-answered': (moment) => {
    const { id, state } = moment.at.data.pipeline;
    return unless(
      isCurrent(moment, 'PipelineReported', (fact) => {
        return fact.id === id && fact.type === 'PipelineReported' && fact.data.state === state;
      }),
      'what it says of the pipeline is not what was known',
    );
  },
};

export const toProduction: Rules<Request> = {
  'parity-holds': ({ at, kind }) => {
    const { parity } = at.data;
    return unless(
      parity?.staging === 'mirrors' && (kind === 'hotfix' || parity.qa === 'mirrors'),
      'staging or qa drifts from production, or nobody knows',
    );
  },
  'parity-holds-as-answered': (moment) => {
    const { parity } = moment.at.data;
    return unless(
      isCurrent(
        moment,
        'ParityReported',
        (fact) =>
          fact.id === parity?.id &&
          fact.type === 'ParityReported' &&
          fact.data.staging === parity.staging &&
          fact.data.qa === parity.qa,
      ),
      'what it says of parity is not what was known',
    );
  },
  'version-order': ({ books, position, version }) => {
    const above = books.everything
      .all('DeploymentRequested', position)
      .filter(({ data }) => data.environment === 'production')
      .map(versionOf)
      .find((other) => other !== version && !isHigher(version, other));
    return unless(above === undefined, `${above ?? ''} had started its promotion before`);
  },
  'hotfix-patches-production': ({ books, position, version, kind }) => {
    if (kind === 'standard') return undefined;
    const { verified } = inProduction(books, position);
    const standing = verified[verified.length - 1];
    return unless(
      standing !== undefined && isHigherPatch(version, standing),
      `it is no higher patch of ${standing ?? 'anything'}`,
    );
  },
  'breaking-change-raises-version': ({ books, release, position, version }) => {
    const { verified } = inProduction(books, position);
    const standing = verified[verified.length - 1];
    const notes = release.last('ReleaseNotesCompiled', position)?.data.breakingChanges ?? [];
    const breaks =
      release.last('ReleasePlanned', position)?.data.breaking === true || notes.length > 0;
    return unless(
      !breaks || standing === undefined || mayBreak(version, standing),
      `a breaking change after ${standing ?? ''} needs a higher major version`,
    );
  },
  'production-free': ({ books, position, version }) => {
    const { occupant, verified, rollingBack } = inProduction(books, position);
    if (rollingBack !== undefined) return `production is being rolled back from ${rollingBack}`;
    const free = occupant === undefined || occupant === version || verified.includes(occupant);
    return unless(free, `what ${occupant ?? ''} left in production is not known`);
  },
  'failure-rolled-back': ({ release, position }) => {
    const last = release.last('PromotionEnded', position, failedInProduction);
    return unless(last === undefined, 'it failed in production before');
  },
};

export const failedInProduction = ({ data }: FactOf<'PromotionEnded'>): boolean =>
  data.environment === 'production' &&
  (data.outcome === 'failed' || (data.outcome === 'unanswered' && data.phase === 'verifying'));
