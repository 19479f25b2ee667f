import type { Refused } from './asking.js';
import { evidence, Release, ticket } from './release.js';
import { shop } from './shop.js';
import { Service } from './service.js';

let service: Service;
let release: Release;
beforeAll(async () => {
  service = await Service.start();
  await shop(service);
  release = new Release(service, '1.4.0');
  await release.prepare();
});
afterAll(() => service.stop());

const quality = (verdict: 'passed' | 'failed') =>
  release.post('cqo', 'gates', {
    gate: 'quality',
    candidate: release.candidate,
    tickets: [ticket.id],
    verdict,
    evidence,
  });

interface Eligibility {
  readonly allowed: boolean;
  readonly conditions: readonly { readonly id: string; readonly missing: string | null }[];
}

describe('a release whose gate turns red', () => {
  it('loses its authorization, and says why', async () => {
    const { events } = await quality('failed');
    expect(events.map(({ type }) => type)).toStrictEqual(['GateReported', 'AuthorizationsVoided']);
  });

  it('is not deployed, for the reasons that eligibility gave before', async () => {
    const { allowed, conditions } = await release.get<Eligibility>('/eligibility?environment=dev');
    const refused = await release.refused('cio', 'deployments', { environment: 'dev' });
    const missing = conditions.flatMap(({ id, missing }) => (missing ? [{ id, missing }] : []));
    expect(allowed).toBe(false);
    expect(told(refused)).toStrictEqual(missing);
    expect(missing.map(({ id }) => id)).toStrictEqual([
      'quality-gate-passed',
      'promotion-authorized',
    ]);
  });

  it('needs a new authorization when it is green again', async () => {
    await quality('passed');
    const refused = await release.refused('cio', 'deployments', { environment: 'dev' });
    expect(told(refused).map(({ id }) => id)).toStrictEqual(['promotion-authorized']);
  });

  it('goes on then', async () => {
    await release.authorize('promotion');
    await release.promote('dev');
    expect(await release.get()).toMatchObject({ state: 'promoting' });
  });
});

describe('an attempt to skip the path', () => {
  it('is refused by the rule, and on record as a violation once', async () => {
    for (let time = 0; time < 2; time++) {
      const refused = await release.refused('cio', 'deployments', { environment: 'production' });
      expect([refused.status, refused.type, refused.violation]).toStrictEqual([
        409,
        'urn:roadbook:rule:1-no-direct-deploy',
        true,
      ]);
    }
    const path = '/v1/projects/shop/violations?rule=1';
    const answer = await service.send({ method: 'GET', path, as: 'auditor' });
    const { items } = answer.json<{ items: Violation[] }>();
    const skipping = items.filter(({ missing }) =>
      missing.some(({ id }) => id === 'previous-environment-passed'),
    );
    expect(skipping).toMatchObject([
      { rule: 1, version: '1.4.0', command: 'RequestDeployment', role: 'cio' },
    ]);
  });
});

interface Violation {
  readonly missing: readonly { readonly id: string }[];
}

const told = ({ conditions }: Refused) => conditions.map(({ id, missing }) => ({ id, missing }));
