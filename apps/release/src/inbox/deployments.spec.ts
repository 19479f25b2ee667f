import {
  checksReported,
  deploymentClaimed,
  deploymentReported,
  topicNamed,
  unannotatedPipelineChangeFound,
} from '@roadbook/contracts';
import { accepted, evidence, project } from '../commands/service.fixture.js';
import { attemptOf } from '../domain/release/attempts.js';
import { OnBus } from './inbox.fixture.js';

const version = '1.4.0';
const topic = topicNamed.deploymentsReported.name;

describe('what deployers report by messages', () => {
  let bus: OnBus;
  let deployment: string;

  beforeEach(async () => {
    bus = new OnBus();
    await bus.service.register();
    await bus.service.prepare(version);
    const { events } = accepted(await bus.service.request(version, 'dev'));
    const requested = await bus.service.event(version, events[0]?.revision ?? -1);
    deployment = requested.data.deployment as string;
  });

  afterEach(() => bus.stop());

  const attempt = async () => {
    const { state } = await bus.service.deciding.release({ project, version });
    return state.situation === 'planned' ? attemptOf(state, deployment) : undefined;
  };
  const phaseIs = (phase: string) => bus.until(async () => (await attempt())?.phase === phase);

  it('is that one takes the request up, how it went, and the checks', async () => {
    const of = { project, version, deployment };
    await bus.publish(deploymentClaimed, of, { as: 'deployer' });
    await bus.publish(
      deploymentReported,
      { ...of, outcome: 'succeeded', evidence },
      { as: 'deployer' },
    );
    await phaseIs('verifying');
    const checks = [{ check: 'smoke-tests', verdict: 'passed', evidence }] as const;
    await bus.publish(checksReported, { ...of, checks }, { as: 'deployer' });
    await phaseIs('ended');
    expect((await attempt())?.outcome).toBe('passed');
  });

  it('is nothing that another role reports, or that is about no deployment', async () => {
    await bus.publish(deploymentClaimed, { project, version, deployment }, { as: 'cio' });
    const unknown = '7c9e6679-7425-50de-944b-e07fc1f90ae7';
    await bus.publish(
      deploymentClaimed,
      { project, version, deployment: unknown },
      { as: 'deployer' },
    );
    expect((await bus.reasons(2, topic)).sort()).toStrictEqual([
      'this is for deployer, not for cio',
      `this release has no deployment ${unknown}`,
    ]);
    expect((await attempt())?.phase).toBe('requested');
  });

  it('is taken up by one deployer alone', async () => {
    const of = { project, version, deployment };
    await bus.publish(deploymentClaimed, of, { as: 'deployer', actor: 'first' });
    await bus.publish(deploymentClaimed, of, { as: 'deployer', actor: 'second' });
    const [reason] = await bus.reasons(1, topic);
    expect(reason).toContain('claimed');
    expect((await attempt())?.claimedBy).toBe('first');
  });

  it('is told by an id of its own, and is else a dead letter that says so', async () => {
    const of = { project, version, deployment };
    const posted = { as: 'deployer', id: 'run-1' } as const;
    await bus.publish(deploymentClaimed, of, posted);
    await phaseIs('deploying');
    await bus.publish(deploymentClaimed, of, posted);
    await bus.publish(deploymentReported, { ...of, outcome: 'failed', evidence }, posted);
    const reasons = await bus.reasons(1, topic);
    expect(reasons).toStrictEqual([
      expect.stringMatching(/^a message of this source and id was taken/),
    ]);
    expect((await attempt())?.phase).toBe('deploying');
  });

  it('comes too late when an unannotated pipeline change was found: the request is withdrawn', async () => {
    const found = {
      project,
      event: '886313e1-3b8a-5372-9b90-0c9aee199e5d',
      recordedAt: bus.service.clock.now(),
      actor: 'deployer',
      role: 'deployer',
      before: 'a'.repeat(64),
      definition: 'b'.repeat(64),
      change: 'the definition changed',
    } as const;
    await bus.publish(unannotatedPipelineChangeFound, found, {
      source: 'urn:roadbook:environment',
    });
    await bus.publish(unannotatedPipelineChangeFound, found, {
      source: 'urn:roadbook:environment',
    });
    await phaseIs('ended');
    expect((await attempt())?.outcome).toBe('withdrawn');
  });
});
