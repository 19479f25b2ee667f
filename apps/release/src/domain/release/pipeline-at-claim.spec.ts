import { specification } from '@roadbook/decider';
import type { Act, Origin } from '@roadbook/decider';
import { noParityAnswer, noPipelineAnswer } from '../environment-answers/answers.js';
import type { PipelineAnswer } from '../environment-answers/answers.js';
import { emptyRoad } from '../road/road.js';
import type { ReleaseCommand } from './commands.js';
import { releaseDecider } from './decide.js';
import type { ReleaseEvent } from './events.js';

/** Between a pipeline change that is found and the withdrawal of what nobody had taken up, nobody takes it up. */
const origin: Origin = {
  ...{ actor: 'ci', role: 'deployer', at: '2026-03-02T09:00:00.000Z' },
  ...{ commandId: 'command', correlationId: 'command' },
};
const answered = (state: PipelineAnswer['state'], changes: string[] = []): PipelineAnswer => ({
  ...{ id: 'answer', answeredAt: origin.at, state, changes },
});
const surroundings = {
  ...{ road: emptyRoad, parity: noParityAnswer, pipeline: answered('confirmed') },
  deadlines: { deploymentMs: 3_600_000, verificationMs: 900_000 },
};
const given = specification(releaseDecider, { origin, surroundings }, (actual, expected) => {
  expect(actual).toStrictEqual(expected);
});
const act = <What>(what: What): Act<What> => ({ what, origin: {} });

const requested: Act<ReleaseEvent>[] = [
  act({
    type: 'ReleasePlanned',
    data: { project: 'shop', version: '1.5.0', kind: 'standard', breaking: false, tickets: [] },
  }),
  act({ type: 'CandidateChosen', data: { commit: 'c0ffee', replaces: null } }),
  act({
    type: 'DeploymentRequested',
    data: {
      ...{ deployment: '1', environment: 'dev', version: '1.5.0', candidate: 'c0ffee', attempt: 1 },
      ...{ plan: 'plan', deadline: '2026-03-02T10:00:00.000Z', parity: null },
      pipeline: answered('confirmed'),
    },
  }),
];
const claim = act<ReleaseCommand>({ type: 'ClaimDeployment', data: { deployment: '1' } });

describe('a deployment that is claimed', () => {
  it('is taken up while the pipeline is as it was confirmed', () =>
    given(...requested)
      .when(claim)
      .thenTypes('DeploymentClaimed'));

  it('is refused while a pipeline change stands that was not confirmed first', () =>
    given(...requested)
      .amid({ pipeline: answered('unannotated', ['new runner image']) })
      .when(claim)
      .thenRefusedBy(
        'pipeline-confirmed',
        'a pipeline change stands that was not annotated and confirmed first; revert it: new runner image',
      ));

  it('is refused while nobody knows about the pipeline', () =>
    given(...requested)
      .amid({ pipeline: noPipelineAnswer })
      .when(claim)
      .thenRefusedBy(
        'pipeline-confirmed',
        'it is not known whether the pipeline is as it was confirmed, which counts as no',
      ));
});
