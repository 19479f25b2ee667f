import {
  checksReported,
  deploymentClaimed,
  deploymentLogClosed,
  deploymentReported,
  deploymentRequested,
  roleNotified,
} from '@roadbook/contracts';
import { read } from '../api/asking.js';
import { Bus } from '../api/bus.js';
import { eventually } from '../api/eventually.js';
import { evidence, Release, results } from '../api/release.js';
import type { Environment } from '../api/release.js';
import { Service } from '../api/service.js';
import { projectPath, shop } from '../api/shop.js';

interface Entries {
  readonly items: readonly { readonly tells: { readonly happening: string } | null }[];
}

/** Told in the protocol's own order; each step begins where the one before it ended. The deployers speak by messages alone. */
describe('protocol 2, a staged promotion', () => {
  let service: Service;
  let bus: Bus;
  let release: Release;

  beforeAll(async () => {
    service = await Service.start();
    bus = new Bus(service);
    await shop(service);
    release = new Release(service, '1.4.0');
    await release.prepare();
  });
  afterAll(async () => {
    await bus.close();
    await service.stop();
  });

  /** Requested by the cio, heard and carried out by a deployer, up to the end of its checks. */
  async function promote(environment: Environment, verdict: 'passed' | 'failed' = 'passed') {
    const { deployment } = await release.post('cio', 'deployments', { environment });
    const heard = async () =>
      (await bus.said(deploymentRequested)).some((one) => one.deployment === deployment);
    await eventually(heard);
    const of = { project: 'shop', version: '1.4.0', deployment };
    const checks = results(environment, verdict);
    await bus.publish(deploymentClaimed, of, 'deployer');
    await bus.publish(deploymentReported, { ...of, outcome: 'succeeded', evidence }, 'deployer');
    await bus.publish(checksReported, { ...of, checks }, 'deployer');
    const ended = async () =>
      (await release.get<{ outcome: string | null }>(`/deployments/${deployment}`)).outcome;
    await eventually(async () => (await ended()) === verdict);
    return deployment;
  }
  const next = (environment: Environment) => release.refused('cio', 'deployments', { environment });

  it('stops where a check fails: nothing goes on before a diagnosis and a resolution', async () => {
    const failed = await promote('dev', 'failed');
    expect((await next('qa')).type).toBe('urn:roadbook:rule:1-no-direct-deploy');
    expect((await next('dev')).conditions.map(({ id }) => id)).toStrictEqual(['failure-diagnosed']);
    const found = { diagnosis: 'the queue was full', resolution: 'it is emptied first' };
    await release.post('cio', `deployments/${failed}/diagnosis`, found);
  });

  it('goes on from environment to environment, each after the one before', async () => {
    await promote('dev');
    expect((await next('staging')).type).toBe('urn:roadbook:rule:1-no-direct-deploy');
    await promote('qa');
    await promote('staging');
  });

  it('goes to production with the second authorization, inside the window', async () => {
    const before = await next('production');
    expect(before.conditions.map(({ id }) => id)).toContain('production-authorized');
    await release.clear();
    await promote('production');
    expect(await release.get()).toMatchObject({ state: 'in-production' });
  });

  it('is no silent one: whoever must know is told what is live', async () => {
    const told = async () =>
      (await bus.said(roleNotified))
        .filter(({ subject }) => subject === 'shop 1.4.0 is live')
        .map(({ to }) => to);
    await eventually(async () => (await told()).length >= 5);
    expect([...(await told())].sort()).toStrictEqual(['cco', 'cio', 'cpo', 'cto', 'orchestrator']);
  });

  it('ends in a closed log, and in the knowledge base as executed and as a session', async () => {
    await eventually(async () => (await bus.said(deploymentLogClosed)).length === 1);
    expect(await release.get('/deployment-log')).toMatchObject({ result: 'SUCCESS' });
    const told = async () =>
      (await read<Entries>(service, `${projectPath}/entries?limit=200`)).items
        .map(({ tells }) => tells?.happening ?? '')
        .filter((one) => ['release-executed', 'deployment-log-closed'].includes(one));
    await eventually(async () => (await told()).length === 2);
    expect((await told()).sort()).toStrictEqual(['deployment-log-closed', 'release-executed']);
  });
});
