import { checksReported } from '@roadbook/contracts';
import { accepted, evidence, project } from '../commands/service.fixture.js';
import type { Service } from '../commands/service.fixture.js';
import { checksOf } from '../domain/environments.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import { OnBus } from './inbox.fixture.js';

async function goLive(service: Service, version: string): Promise<string> {
  await service.prepare(version, 'standard', `candidate of ${version}`);
  await service.clear(version);
  const deployment = await service.deploy(version, 'production');
  await service.verify(version, 'production', deployment, 'passed');
  return deployment;
}

/** To the end of the rollback, so that nothing has followed from that yet. */
async function rollBack(service: Service, version: string): Promise<void> {
  const key = { project, version };
  const why = { reason: 'orders fail', confirmation: 'since then', usersAffected: true };
  const started = await service.rollback.start(key, why, service.origin('cio'));
  const { rollback } = started as { rollback: string };
  const report = async (command: ReleaseCommand) =>
    accepted(await service.deciding.onRelease(key, command, service.origin('deployer')));
  await report({ type: 'ReportRollbackSteps', data: { rollback, steps: service.steps() } });
  const checks = checksOf('production').map(
    (check) => ({ check, verdict: 'passed', evidence }) as const,
  );
  await report({ type: 'ReportRollbackChecks', data: { rollback, checks } });
}

describe('a check of production that comes by a message', () => {
  let bus: OnBus;
  beforeEach(() => {
    bus = new OnBus();
  });
  afterEach(() => bus.stop());

  it('is looked at when the road knows of every rollback that is over', async () => {
    const { service } = bus;
    await service.register();
    const deployment = await goLive(service, '1.4.0');
    await goLive(service, '1.5.0');
    await rollBack(service, '1.5.0');
    const checks = [{ check: 'health-checks', verdict: 'failed', evidence }] as const;
    const of = { project, version: '1.4.0', deployment };
    const types = () => service.types(`release-${project}@1.4.0`);
    const before = (await types()).length;
    await bus.publish(checksReported, { ...of, checks }, { as: 'deployer' });
    await bus.until(async () => (await types()).length > before);
    expect((await types()).slice(before)).toStrictEqual(['ChecksReported', 'PromotionOverturned']);
  });
});
