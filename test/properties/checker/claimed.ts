import type { FactOf } from '../fact.js';
import type { Moment, Rules } from './moment.js';
import { unless } from './moment.js';
import { isCurrent } from './requested.js';
import { checks } from './spec-words.js';
import { saidAt, standing } from './verdicts.js';

/** What has to hold when a deployer takes a deployment up, and when it is said to have passed. */

type Claim = FactOf<'DeploymentClaimed'>;
type End = FactOf<'PromotionEnded'>;

const requestOf = ({ release, position, at }: Moment<Claim> | Moment<End>) =>
  release.last(
    'DeploymentRequested',
    position,
    ({ data }) => data.deployment === at.data.deployment,
  );

export const claimed: Rules<Claim> = {
  'claimed-once': ({ release, position, at }) =>
    unless(
      release.last(
        'DeploymentClaimed',
        position,
        ({ data }) => data.deployment === at.data.deployment,
      ) === undefined,
      'another deployer had claimed it',
    ),
  'claimed-while-open': (moment) => {
    const { release, position, at } = moment;
    const request = requestOf(moment);
    const ended = release.last(
      'PromotionEnded',
      position,
      ({ data }) => data.deployment === at.data.deployment,
    );
    return unless(
      request !== undefined && ended === undefined && at.recordedAt < request.data.deadline,
      'it was not requested, had ended, or its deadline had passed',
    );
  },
  'pipeline-confirmed-at-claim': (moment) =>
    unless(
      isCurrent(
        moment,
        'PipelineReported',
        (fact) => fact.type === 'PipelineReported' && fact.data.state === 'confirmed',
      ),
      'a pipeline change stood when it was taken up',
    ),
};

export const claimedForProduction: Rules<Claim> = {
  'claimed-in-its-window': (moment) => {
    const { release, position } = moment;
    const since = release
      .between(requestOf(moment)?.position ?? -1, position)
      .find(({ type }) => type === 'WindowProposed' || type === 'WindowLapsed');
    return unless(
      since === undefined,
      'it was requested in another window than it was taken up in',
    );
  },
  'parity-holds-at-claim': (moment) =>
    unless(
      isCurrent(
        moment,
        'ParityReported',
        (fact) =>
          fact.type === 'ParityReported' &&
          fact.data.staging === 'mirrors' &&
          (moment.kind === 'hotfix' || fact.data.qa === 'mirrors'),
      ),
      'staging or qa drifted from production when it was taken up, or nobody knew',
    ),
};

export const ended: Rules<End> = {
  'ended-once': ({ release, position, at }) =>
    unless(
      release.last(
        'PromotionEnded',
        position,
        ({ data }) => data.deployment === at.data.deployment,
      ) === undefined,
      'it had ended before',
    ),
  'passed-as-deployed': (moment) => {
    const { release, position, at } = moment;
    if (at.data.outcome !== 'passed') return undefined;
    const isThis = ({ data }: { readonly data: { readonly deployment: string } }) =>
      data.deployment === at.data.deployment;
    const claim = release.last('DeploymentClaimed', position, isThis);
    const report = release.last('DeploymentReported', position, isThis);
    return unless(
      claim !== undefined &&
        report?.data.outcome === 'succeeded' &&
        report.position > claim.position &&
        report.actor === claim.actor,
      'whoever claimed it did not report that it succeeded',
    );
  },
  'passed-by-every-check': ({ release, position, at }) => {
    const { deployment, environment, outcome } = at.data;
    if (outcome !== 'passed') return undefined;
    const said = release
      .all('ChecksReported', position)
      .filter(({ data }) => data.deployment === deployment)
      .flatMap((fact) => fact.data.checks.map((one) => ({ ...one, at: saidAt(fact) })));
    const open = (checks[environment] ?? []).filter(
      (check) => standing(said.filter((one) => one.check === check)) !== 'passed',
    );
    return unless(open.length === 0, `it passed without ${open.join(', ')}`);
  },
  'passed-in-time': ({ release, position, at }) => {
    if (at.data.outcome !== 'passed') return undefined;
    const report = release.last(
      'DeploymentReported',
      position,
      ({ data }) => data.deployment === at.data.deployment,
    );
    const deadline = report?.data.verificationDeadline ?? '';
    return unless(at.recordedAt < deadline, 'it passed after its deadline');
  },
};
