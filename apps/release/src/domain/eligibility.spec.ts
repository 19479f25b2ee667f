import type { Environment } from '@roadbook/decider';
import type { History } from '@roadbook/decider/acting';
import { time } from './acts.fixture.js';
import { eligibility } from './eligibility.js';
import type { Surroundings } from './hard-rules/standpoint.js';
import type { ReleaseEvent } from './release/events.js';
import {
  blocked,
  chosen,
  merged,
  mirrors,
  parityChecked,
  planned,
  unblocked,
  withdrawn,
} from './release/history.fixture.js';
import {
  diagnosed,
  ended,
  promotionDenied,
  promotionRequested,
  requested,
  rolledBack,
  rollbackStarted,
  voided,
  windowProposed,
} from './release/promotion.fixture.js';
import {
  authorized,
  cleared,
  deploying,
  live,
  passedUpTo,
  ready,
  release,
  surroundings,
} from './release/release.fixture.js';

const asked = (
  history: readonly History<ReleaseEvent>[],
  environment: Environment,
  other: Partial<Surroundings> = {},
  clock = '10:00',
) => {
  const { state } = release(...history);
  if (state.situation === 'unplanned') throw new Error('the release has to be planned');
  const amid = { ...surroundings, ...other };
  return eligibility({ release: state, surroundings: amid, at: time(clock), environment });
};

/** What a condition found, with who can supply what is missing. */
function found(id: string, ...of: Parameters<typeof asked>): string | undefined {
  const answer = asked(...of).answers.find((one) => one.id === id);
  if (answer?.finding.met !== false) return answer?.finding.event;
  return `${answer.from ?? 'nobody'}: ${answer.finding.missing}`;
}

describe('eligibility', () => {
  it('is a yes when every condition is met, with the event that shows it', () => {
    const { allowed, answers } = asked(cleared, 'production');
    expect(allowed).toBe(true);
    expect(answers.map(({ id, finding }) => [id, finding.met && finding.event])).toStrictEqual([
      ['release-on-the-road', 'ReleasePlanned#1'],
      ['candidate-chosen', 'CandidateChosen#1'],
      ['environment-on-path', 'ReleasePlanned#1'],
      ['tickets-merged', 'TicketsMerged#1'],
      ['tickets-present', 'CandidateContentsReported#1'],
      ['test-suite-passed', 'TestSuiteReported#1'],
      ['quality-gate-passed', 'GateReported#1'],
      ['design-gate-passed', 'GateReported#2'],
      ['security-gate-passed', 'GateReported#3'],
      ['parity-verified', 'ParityChecked#2'],
      ['version-tagged', 'VersionTagged#1'],
      ['notes-compiled', 'ReleaseNotesCompiled#1'],
      ['rollback-plan-documented', 'RollbackPlanWritten#1'],
      ['rollback-plan-reviewed', 'RollbackPlanReviewed#1'],
      ['rollback-plan-rehearsed', 'RehearsalEnded#1'],
      ['deployment-log-prepared', 'DeploymentLogPrepared#1'],
      ['promotion-authorized', 'PromotionAuthorized#1'],
      ['no-security-block', undefined],
      ['previous-environment-passed', 'PromotionEnded#3'],
      ['environment-not-passed', undefined],
      ['no-deployment-under-way', undefined],
      ['failure-diagnosed', undefined],
      ['pipeline-confirmed', 'PipelineReported#1'],
      ['production-not-failed', undefined],
      ['parity-holds', 'ParityReported#1'],
      ['production-authorized', 'ProductionAuthorized#1'],
      ['window-confirmed', 'WindowConfirmed#1'],
      ['clients-informed', 'ClientCommunicationAcknowledged#1'],
      ['window-open', 'WindowConfirmed#1'],
      ['environment-free', undefined],
      ['version-higher', undefined],
      ['hotfix-patches-production', undefined],
      ['breaking-change-version', undefined],
    ]);
  });

  it('shows several events by the last of them', () => {
    const history = [planned(), merged('T-2'), merged('T-1')];
    expect(found('tickets-merged', history, 'dev')).toBe('TicketsMerged#2');
  });

  it('shows that a block was cleared, and that a failure was diagnosed', () => {
    const failed = [...deploying('dev'), ended('dev', 'failed', 'deploying')];
    const history = [...authorized, blocked(), unblocked(), ...failed, diagnosed('dev')];
    expect(found('no-security-block', history, 'dev')).toBe('SecurityBlockCleared#1');
    expect(found('failure-diagnosed', history, 'dev')).toBe('FailureDiagnosed#1');
  });

  it('is a no while anything is missing', () => {
    expect(asked(ready, 'dev').allowed).toBe(false);
    expect(asked(authorized, 'dev').allowed).toBe(true);
  });
});

describe('who can supply what is missing', () => {
  it.each([
    [[], 'cio: the authorization of the promotion was not requested yet'],
    [[promotionRequested()], 'orchestrator: the promotion waits for its authorization'],
    [[promotionDenied()], 'cio: the authorization of the promotion was denied: not now'],
    [
      [promotionRequested(), voided('the tickets were retargeted')],
      'cio: the authorization of the promotion was voided: the tickets were retargeted',
    ],
  ])('follows where an authorization stands', (history, sentence) => {
    expect(found('promotion-authorized', [...ready, ...history], 'dev')).toBe(sentence);
  });

  it('is the cio while no window is proposed, then the orchestrator, then time', () => {
    const staged = passedUpTo('staging');
    const proposed = [...staged, windowProposed()];
    expect(found('window-confirmed', staged, 'production')).toBe(
      'cio: no window was proposed for production',
    );
    expect(found('window-open', staged, 'production')).toBe('cio: no window is open');
    expect(found('window-confirmed', proposed, 'production')).toBe(
      'orchestrator: the proposed window waits for its confirmation',
    );
    expect(found('window-open', proposed, 'production', {}, '10:00')).toBe(
      'orchestrator: no window is open',
    );
    expect(found('window-open', cleared, 'production', {}, '08:00')).toBe(
      'nobody: the window opens at 2026-03-02T09:00:00.000Z',
    );
    expect(found('window-open', cleared, 'production', {}, '12:00')).toBe('cio: no window is open');
  });

  it('is nobody for a release that goes nowhere any more', () => {
    const back = [...live, rollbackStarted()];
    expect(found('release-on-the-road', [planned(), withdrawn()], 'dev')).toBe(
      'nobody: 1.4.0 was withdrawn',
    );
    expect(found('release-on-the-road', back, 'dev')).toBe(
      'nobody: 1.4.0 is being rolled back; its fix is a new version',
    );
    expect(found('release-on-the-road', [...back, rolledBack()], 'dev')).toBe(
      'nobody: 1.4.0 was rolled back, which is final; its fix is a new version',
    );
  });

  it('is the deployer for what nobody observed, the cio for a drift', () => {
    const of = (state: 'drifts' | 'unknown') => ({ parity: { ...mirrors, staging: state } });
    expect(found('parity-holds', cleared, 'production', of('unknown'))).toBe(
      'deployer: it is not known whether staging mirrors production, which counts as no; a deployer reports what is configured there and in production',
    );
    expect(found('parity-holds', cleared, 'production', of('drifts'))).toBe(
      'cio: staging drifts from production',
    );
  });

  it('is the deployer while a deployment is under way', () => {
    expect(found('no-deployment-under-way', [...authorized, requested('dev')], 'qa')).toBe(
      'deployer: the deployment to dev has not ended yet',
    );
  });
});

describe('a risk', () => {
  const risk = (kind: 'standard' | 'hotfix') => {
    const drifting = { ...mirrors, qa: 'drifts' } as const;
    const history = [planned({ kind }), chosen(), parityChecked(drifting)];
    const { answers } = asked(history, 'staging');
    const finding = answers.find(({ id }) => id === 'parity-verified')?.finding;
    return finding?.met === true ? finding.risk : finding?.missing;
  };

  it('is shown although the condition is met: qa may drift before staging has passed, and for a hotfix', () => {
    expect(risk('hotfix')).toBe('qa drifts from production');
    expect(risk('standard')).toBe('qa drifts from production');
  });
});
