import { isRefusal } from '@roadbook/decider';
import type { Decision, Origin } from '@roadbook/decider';
import { noParityAnswer, noPipelineAnswer } from '../environment-answers/answers.js';
import { eligibility } from '../eligibility.js';
import { emptyRoad } from '../road/road.js';
import type { CommandOf, ReleaseCommand } from './commands.js';
import { releaseDecider } from './decide.js';
import type { PromotionOutcome, ReleaseEvent } from './events.js';
import type { Release } from './state.js';

/**
 * Once a deployer acted in production, this release may stand there, whatever becomes of a later attempt: it can be rolled back and
 * can't be withdrawn. What has failed there is rolled back and never tried again.
 */
const at = '2026-03-02T09:00:00.000Z';
const origin: Origin = {
  ...{ actor: 'ana', role: 'cio', at },
  ...{ commandId: 'command', correlationId: 'command' },
};
const surroundings = {
  road: {
    ...emptyRoad,
    rollback: { claim: 'back', version: '1.5.0', restores: null, commandId: 'command' },
  },
  parity: noParityAnswer,
  pipeline: noPipelineAnswer,
  deadlines: { deploymentMs: 3_600_000, verificationMs: 900_000 },
};

const step = { action: 'start', command: 'run 1', expected: 'runs', estimateSeconds: 1 };
const planned: ReleaseEvent[] = [
  {
    type: 'ReleasePlanned',
    data: { project: 'shop', version: '1.5.0', kind: 'standard', breaking: false, tickets: [] },
  },
  { type: 'CandidateChosen', data: { commit: 'c0ffee', replaces: null } },
  {
    type: 'RollbackPlanWritten',
    data: {
      ...{ plan: 'plan', method: 'git revert', steps: [step], verification: step },
      validForHours: 24,
    },
  },
];

const requested = (deployment: string, attempt: number): ReleaseEvent => ({
  type: 'DeploymentRequested',
  data: {
    ...{ deployment, environment: 'production', version: '1.5.0', candidate: 'c0ffee', attempt },
    ...{ plan: 'plan', deadline: at, pipeline: noPipelineAnswer, parity: null },
  },
});
const claimed = (deployment: string): ReleaseEvent => ({
  type: 'DeploymentClaimed',
  data: { deployment, environment: 'production' },
});
const ended = (
  deployment: string,
  outcome: PromotionOutcome,
  phase: 'requested' | 'deploying' | 'verifying',
): ReleaseEvent => ({
  type: 'PromotionEnded',
  data: { deployment, environment: 'production', candidate: 'c0ffee', outcome, phase },
});

const release = (...events: ReleaseEvent[]): Release =>
  [...planned, ...events].reduce<Release>(
    (state, event, revision) =>
      releaseDecider.evolve(state, {
        ...event,
        ...{ id: `event-${String(revision)}`, revision, recordedAt: at },
        ...{ actor: 'ana', role: 'deployer', commandId: 'command' },
      }),
    releaseDecider.initial,
  );

const decided = (command: ReleaseCommand, state: Release): Decision<ReleaseEvent> =>
  releaseDecider.decide(command, state, origin, surroundings);
const types = (decision: Decision<ReleaseEvent>) =>
  isRefusal(decision) ? decision.refused.map(({ id }) => id) : decision.map(({ type }) => type);

const rollBack: CommandOf<'StartRollback'> = {
  type: 'StartRollback',
  data: {
    ...{ claim: 'back', restores: null, reason: 'errors', confirmation: 'since the deployment' },
    usersAffected: true,
  },
};
const withdraw: ReleaseCommand = { type: 'WithdrawRelease', data: { reason: 'not needed' } };

const errored = [requested('1', 1), claimed('1'), ended('1', 'errored', 'deploying')];
const askedAgain = [...errored, requested('2', 2)];
const askedInVain = [...askedAgain, ended('2', 'withdrawn', 'requested')];

describe('a release whose deployment to production has errored', () => {
  it('is rolled back although the next attempt was requested, which ends with it', () => {
    expect(types(decided(rollBack, release(...askedAgain)))).toStrictEqual([
      'PromotionEnded',
      'RollbackStarted',
    ]);
  });

  it('is rolled back although the next attempt came to nothing', () => {
    expect(types(decided(rollBack, release(...askedInVain)))).toStrictEqual(['RollbackStarted']);
  });

  it('is not withdrawn, whatever became of the next attempt', () => {
    for (const events of [errored, askedAgain, askedInVain])
      expect(types(decided(withdraw, release(...events)))).toStrictEqual(['production-untouched']);
  });
});

describe('a rollback', () => {
  it('starts on the claim that stands on the road, and on no other', () => {
    const command: ReleaseCommand = { ...rollBack, data: { ...rollBack.data, claim: 'another' } };
    expect(types(decided(command, release(...errored)))).toStrictEqual(['rollback-claim-stands']);
  });
});

describe('a release whose deployment to production nobody has claimed', () => {
  it('is not rolled back', () => {
    for (const events of [[], [requested('1', 1)]])
      expect(types(decided(rollBack, release(...events)))).toStrictEqual(['stands-in-production']);
  });

  it('is withdrawn', () => {
    expect(types(decided(withdraw, release(requested('1', 1))))).toStrictEqual([
      'DeploymentWithdrawn',
      'PromotionEnded',
      'ReleaseWithdrawn',
    ]);
  });
});

describe('production, asked for once more', () => {
  const mayTryAgain = (...events: ReleaseEvent[]) => {
    const state = release(...events);
    if (state.situation === 'unplanned') throw new Error('the release has to be planned');
    const { answers } = eligibility({
      release: state,
      surroundings,
      at,
      environment: 'production',
    });
    const finding = answers.find(({ id }) => id === 'production-not-failed')?.finding;
    return finding?.met === false ? finding.missing : finding?.met;
  };
  const waits = '1.5.0 is rolled back from production, where it failed; its fix is a new version';

  it('is refused after it failed', () => {
    expect(mayTryAgain(requested('1', 1), claimed('1'), ended('1', 'failed', 'verifying'))).toBe(
      waits,
    );
  });

  it('is refused after its checks had not passed by the deadline', () => {
    expect(
      mayTryAgain(requested('1', 1), claimed('1'), ended('1', 'unanswered', 'verifying')),
    ).toBe(waits);
  });

  it('is possible where nothing definite is known', () => {
    expect(mayTryAgain()).toBe(true);
    expect(mayTryAgain(...errored)).toBe(true);
    expect(
      mayTryAgain(requested('1', 1), claimed('1'), ended('1', 'unanswered', 'deploying')),
    ).toBe(true);
  });
});
