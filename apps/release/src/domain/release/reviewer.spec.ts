import type { Origin } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import type { Act } from '@roadbook/decider/acting';
import { noParityAnswer, noPipelineAnswer } from '../environment-answers/answers.js';
import { emptyRoad } from '../road/road.js';
import type { ReleaseCommand } from './commands.js';
import { releaseDecider } from './decide.js';
import type { ReleaseEvent } from './events.js';

const origin: Origin = {
  ...{ actor: 'ana', role: 'cio', at: '2026-03-02T09:00:00.000Z' },
  ...{ commandId: 'command', correlationId: 'command' },
};
const surroundings = {
  ...{ road: emptyRoad, parity: noParityAnswer, pipeline: noPipelineAnswer },
  deadlines: { deploymentMs: 3_600_000, verificationMs: 900_000 },
};
const given = specification(releaseDecider, { origin, surroundings }, (actual, expected) => {
  expect(actual).toStrictEqual(expected);
});

const step = { action: 'start', command: 'run 1', expected: 'runs', estimateSeconds: 1 };
const written: Act<ReleaseEvent>[] = [
  {
    what: {
      type: 'ReleasePlanned',
      data: { project: 'shop', version: '1.5.0', kind: 'standard', breaking: false, tickets: [] },
    },
    origin: { actor: 'otto' },
  },
  {
    what: {
      type: 'RollbackPlanWritten',
      data: {
        ...{ plan: 'plan', method: 'git revert', steps: [step], verification: step },
        validForHours: 24,
      },
    },
    origin: {},
  },
];
const reviewBy = (actor: string): Act<ReleaseCommand> => ({
  what: { type: 'ReviewRollbackPlan', data: { plan: 'plan', verdict: 'passed', note: '' } },
  origin: { actor, role: 'cto' },
});

describe('the review of a rollback plan', () => {
  it('is refused to whoever wrote it, with every reason why', () =>
    given(written)
      .when(reviewBy('ana'))
      .thenRefused(
        'this identity used release authority (cio) on this release, so another one has to act as cto',
        'nobody reviews the rollback plan that they wrote',
      ));

  it('is refused to another cio of the release for that reason only', () =>
    given(written)
      .when(reviewBy('otto'))
      .thenRefused(
        'this identity used release authority (cio) on this release, so another one has to act as cto',
      ));

  it('is taken from somebody else', () =>
    given(written).when(reviewBy('ben')).thenTypes('RollbackPlanReviewed'));
});
