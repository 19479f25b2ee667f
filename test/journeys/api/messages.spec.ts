import {
  checksReported,
  deploymentClaimed,
  deploymentLogClosed,
  deploymentReported,
  deploymentRequested,
  gateRecorded,
  gateReported,
  releaseExecuted,
  releasePrepared,
  roleNotified,
  topicNamed,
} from '@roadbook/contracts';
import type { GateReported } from '@roadbook/contracts';
import { Bus } from './bus.js';
import { eventually } from './eventually.js';
import { checks, evidence, Release, results, ticket } from './release.js';
import { Service } from './service.js';
import { shop } from './shop.js';

describe('other teams, by messages', () => {
  let service: Service;
  let bus: Bus;

  beforeAll(async () => {
    service = await Service.start();
    bus = new Bus(service);
    await shop(service);
  });

  afterAll(async () => {
    await bus.close();
    await service.stop();
  });

  const about = (release: Release) => ({ project: 'shop', version: release.version });

  const reportOn = (release: Release, verdict: 'passed' | 'failed'): GateReported => ({
    ...about(release),
    gate: 'quality',
    candidate: release.candidate,
    tickets: [ticket.id],
    verdict,
    evidence,
  });

  it('report a gate, and the checklist moves', async () => {
    const release = new Release(service, '1.0.0');
    await release.plan();
    await release.choose();
    const before = await release.get<object>('/checklist');
    await bus.publish(gateReported, reportOn(release, 'passed'), 'cqo');
    await eventually(
      async () =>
        JSON.stringify(await release.get('/checklist')) !== JSON.stringify(before) &&
        (await bus.said(gateRecorded)).length === 1,
    );
    expect(await bus.said(gateRecorded)).toMatchObject([
      { actor: 'a_cqo', role: 'cqo', gate: 'quality', verdict: 'passed', version: '1.0.0' },
    ]);
  });

  it('are told why a gate was not taken', async () => {
    const report = reportOn(new Release(service, '1.0.0'), 'failed');
    await bus.publish(gateReported, report, 'cdo');
    await bus.publish(gateReported, report);
    const letters = () => bus.deadLetters.list(topicNamed.gates.name);
    await eventually(async () => (await letters()).length === 2);
    expect((await letters()).map(({ reason, consumer }) => [consumer, reason])).toStrictEqual([
      ['release', 'this is for cqo, not for cdo'],
      [
        'release',
        'nobody knows who published this: it did not come by POST /v1/messages, and what comes by a broker is taken only with ROADBOOK_TRUST_BUS=true',
      ],
    ]);
  });

  it('deploy what they are asked for, and hear of everything up to the closed log', async () => {
    const release = new Release(service, '1.1.0');
    await release.prepare();
    for (const environment of ['dev', 'qa', 'staging', 'production'] as const) {
      if (environment === 'production') await release.clear();
      const { deployment } = await release.post('cio', 'deployments', { environment });
      const asked = async () =>
        (await bus.said(deploymentRequested)).find((one) => one.deployment === deployment);
      await eventually(async () => (await asked()) !== undefined);
      expect((await asked())?.requiredChecks).toStrictEqual(checks[environment]);
      const of = { ...about(release), deployment };
      await bus.publish(deploymentClaimed, of, 'deployer');
      await bus.publish(deploymentReported, { ...of, outcome: 'succeeded', evidence }, 'deployer');
      await bus.publish(checksReported, { ...of, checks: results(environment) }, 'deployer');
      await eventually(async () => {
        const { outcome } = await release.get<{ outcome: string | null }>(
          `/deployments/${deployment}`,
        );
        return outcome === 'passed';
      });
    }
    await eventually(async () => (await bus.said(deploymentLogClosed)).length === 1);
    const [closed] = await bus.said(deploymentLogClosed);
    expect(closed?.path.map(({ environment }) => environment)).toStrictEqual([
      'dev',
      'qa',
      'staging',
      'production',
    ]);
    const [prepared] = await bus.said(releasePrepared);
    const [executed] = await bus.said(releaseExecuted);
    expect(executed).toMatchObject({
      outcome: 'passed',
      tickets: [ticket],
      rollbackPlan: prepared?.rollbackPlan,
    });
  });

  it('hear what each role is told', async () => {
    const live = async () =>
      (await bus.said(roleNotified)).filter(({ subject }) => subject === 'shop 1.1.0 is live');
    await eventually(async () => (await live()).length === 5);
    expect((await live()).map(({ to }) => to)).toStrictEqual([
      'orchestrator',
      'cio',
      'cto',
      'cco',
      'cpo',
    ]);
  });
});
