import { accepted, read } from '../api/asking.js';
import { eventually } from '../api/eventually.js';
import { evidence, Release, results } from '../api/release.js';
import { Service } from '../api/service.js';
import { projectPath, shop } from '../api/shop.js';

interface Listed<Item> {
  readonly items: readonly Item[];
}

interface Noted {
  readonly subject: string;
  readonly text: string;
}

/** Each step begins where the one before it ended. */
describe('drift between the authorization and production', () => {
  let service: Service;
  let release: Release;
  let deployment: string;

  beforeAll(async () => {
    service = await Service.start();
    await shop(service);
    release = new Release(service, '1.4.0');
    await release.reachProduction();
  });
  afterAll(() => service.stop());

  const observed = (environment: string, timeout: string, logLevel?: string) => {
    const level = { setting: 'log.level', value: logLevel };
    const settings = [{ setting: 'payment.timeout', value: timeout }, ...(logLevel ? [level] : [])];
    const path = `${projectPath}/environments/${environment}/configuration`;
    return accepted(service, { method: 'PUT', path, as: 'deployer', body: { settings } });
  };
  const toProduction = { environment: 'production' };

  it('stops the promotion, and the refusal says which setting, where, and who corrects it', async () => {
    await observed('staging', '45s');
    expect(await release.refused('cio', 'deployments', toProduction)).toMatchObject({
      status: 409,
      type: 'urn:roadbook:rule:3-parity',
      detail: 'staging drifts from production in payment.timeout (staging)',
      violation: true,
      conditions: [{ id: 'parity-holds', rule: 3, from: 'cio' }],
    });
  });

  it('names every setting that differs, each with all environments in which it does', async () => {
    await observed('qa', '45s');
    await observed('staging', '45s', 'debug');
    const { detail } = await release.refused('cio', 'deployments', toProduction);
    expect(detail).toBe(
      'staging drifts from production in log.level (staging), payment.timeout (staging); qa drifts from production in payment.timeout (qa)',
    );
  });

  it('leaves the authorization alone, and nothing started', async () => {
    expect(await release.get()).toMatchObject({ state: 'promoting' });
    expect(await read(service, `${projectPath}/deployments`)).toMatchObject({ items: [] });
  });

  it('is told to the cio as drift to correct, and to the knowledge base as a violation', async () => {
    const path = `${projectPath}/notifications?role=cio&limit=200`;
    const told = async () => (await read<Listed<Noted>>(service, path)).items;
    await eventually(async () =>
      (await told()).some(({ subject }) => subject === 'shop: staging drifts'),
    );
    const drift = (await told()).findLast(({ subject }) => subject === 'shop: staging drifts');
    expect(drift?.text).toContain('payment.timeout in staging');
    expect(drift?.text).toContain('The cio corrects it by a configuration change.');
    const risks = async () =>
      (await read<Listed<{ title: string }>>(service, `${projectPath}/entries?type=risk`)).items;
    await eventually(async () => (await risks()).length === 1);
    expect((await risks())[0]?.title).toBe(
      'Version 1.4.0 was not let to production: hard rule 3 (parity is enforced)',
    );
  });

  it('stops a request that nobody has taken up, too', async () => {
    for (const one of ['staging', 'qa']) await observed(one, '30s');
    ({ deployment } = await release.post('cio', 'deployments', toProduction));
    await observed('qa', '45s');
    const refused = await release.refused('deployer', `deployments/${deployment}/claim`);
    expect([refused.type, refused.detail]).toStrictEqual([
      'urn:roadbook:rule:3-parity',
      'qa drifts from production in payment.timeout (qa)',
    ]);
  });

  it('lets it go on when it is corrected', async () => {
    await observed('qa', '30s');
    const path = `deployments/${deployment}`;
    await release.post('deployer', `${path}/claim`);
    await release.post('deployer', `${path}/report`, { outcome: 'succeeded', evidence });
    await release.post('deployer', `${path}/checks`, { checks: results('production') });
    expect(await release.get()).toMatchObject({ state: 'in-production' });
  });
});
