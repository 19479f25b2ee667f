import type { Service } from '../api/service.js';
import { eventually } from '../api/eventually.js';
import { Change } from './change.js';
import type { Answer } from './change.js';
import { opened } from './opened.js';

const isLapsed = ({ window }: Answer): boolean => (window as { state: string }).state === 'lapsed';

const environments = ['dev', 'qa', 'staging', 'production'];

describe('protocol 4, a change to the configuration', () => {
  let service: Service;
  let change: Change;

  beforeAll(async () => {
    service = await opened();
    change = new Change(service);
    for (const one of environments) await change.report(one, '10');
  });
  afterAll(() => service.stop());

  const parity = async () => {
    const { staging, qa } = await change.get('/parity');
    return { staging, qa };
  };

  it('begins where everything mirrors production', async () => {
    expect(await parity()).toStrictEqual({ staging: 'mirrors', qa: 'mirrors' });
    const { environments: all } = await change.get('/environments');
    expect(all).toHaveLength(4);
  });

  it('is proposed with its diff, and agreed by three', async () => {
    await change.propose(environments);
    await change.agree();
    expect(await change.get(change.path)).toMatchObject({
      stage: 'open',
      diff: [{ setting: 'LIMIT', from: { value: '10' }, to: { value: '20' }, environments }],
      confirmed: { role: 'cio' },
      review: { role: 'cto', verdict: 'passed' },
    });
  });

  it('does not go straight into production: that is a violation of rule 1', async () => {
    const path = `${change.path}/applications/production`;
    const refusal = await change.expect(409, 'POST', 'cio', path);
    expect(refusal.type).toBe('urn:roadbook:rule:1-no-direct-deploy');
    const { items } = await change.get('/environment-violations');
    expect(items).toMatchObject([
      {
        command: 'ApplyConfigurationChange',
        rule: 3,
        change: change.id,
        environment: 'production',
      },
      {
        command: 'ApplyConfigurationChange',
        rule: 1,
        change: change.id,
        environment: 'production',
      },
    ]);
  });

  it('goes upwards, and is drift while it is half-way', async () => {
    await change.arrive('dev');
    await change.apply('qa');
    expect(await parity()).toStrictEqual({ staging: 'mirrors', qa: 'unknown' });
    await change.report('qa', '20');
    expect(await parity()).toStrictEqual({ staging: 'mirrors', qa: 'drifts' });
    await change.arrive('staging');
    const { items } = await change.get('/parity/drift?standing=true');
    expect(items.map(({ environment }) => environment)).toStrictEqual(['staging', 'qa']);
  });

  it('goes into production authorized, in its window, and is completed with parity', async () => {
    await change.clear();
    await change.arrive('production');
    expect(await parity()).toStrictEqual({ staging: 'mirrors', qa: 'mirrors' });
    expect(await change.get(change.path)).toMatchObject({
      stage: 'completed',
      ended: { environments },
    });
    const { items } = await change.get('/parity/history');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      purpose: 'configuration-change',
      change: change.id,
      staging: 'mirrors',
    });
  });

  it('is shown as the diff in both forms', async () => {
    const json = await change.get(`${change.path}/diff`);
    expect(json['ended']).toMatchObject({ reason: null, environments });
    const markdown = await service.send({
      method: 'GET',
      path: `/v1/projects/shop${change.path}/diff`,
      as: 'auditor',
      headers: { accept: 'text/markdown' },
    });
    expect(markdown.body).toContain('| LIMIT | 10 | 20 | dev, qa, staging, production |');
  });

  it('can be asked about as it was', async () => {
    const { items } = await change.get('/environments/history?limit=200');
    const found = items.find(({ type }) => type === 'DriftFound')!;
    const then = `?revision=${found.revision}`;
    expect(await change.get(`/parity${then}`)).toMatchObject({ staging: 'mirrors', qa: 'drifts' });
    const qa = await change.get(`/environments/qa/configuration${then}`);
    expect(qa.settings[0]!.observed).toStrictEqual({ value: '20' });
    const production = await change.get(`/environments/production/configuration${then}`);
    expect(production.settings[0]!.observed).toStrictEqual({ value: '10' });
    expect(await change.get(`${change.path}${then}`)).toMatchObject({ stage: 'open' });
  });

  it('fails in qa, and is reverted downwards', async () => {
    const next = new Change(service);
    await next.propose(environments, { settings: [{ setting: 'LIMIT', value: '30' }] });
    await next.agree();
    await next.apply('dev');
    await next.report('dev', '30');
    const evidence = { note: 'the pods did not start' };
    await next.about('cio', '/applications/qa');
    await next.about('deployer', '/applications/qa/report', { outcome: 'failed', evidence });
    await next.about('cio', '/reversal', { reason: 'It does not start.' });
    const back = { outcome: 'reverted', evidence: { note: 'as before' } };
    await next.expect(409, 'POST', 'deployer', `${next.path}/reversal/dev/report`, back);
    await next.about('deployer', '/reversal/qa/report', back);
    await next.about('deployer', '/reversal/dev/report', back);
    await next.report('dev', '20');
    await next.report('qa', '20');
    expect(await next.get(next.path)).toMatchObject({ stage: 'reverted' });
    expect(await parity()).toStrictEqual({ staging: 'mirrors', qa: 'mirrors' });
  });

  it('loses its window when that ends unused', async () => {
    const next = new Change(service);
    await next.propose(['production'], { settings: [{ setting: 'LIMIT', value: '15' }] });
    const window = { start: '2026-03-02T08:00:00Z', end: '2026-03-02T08:30:00Z' };
    await next.put('cpo', `${next.path}/window`, window);
    service.clock.advance({ minutes: 30 });
    // Another change's window makes the timer look again, which a real clock does by itself.
    const other = new Change(service);
    await other.propose(['production'], { settings: [{ setting: 'OTHER', value: '1' }] });
    await other.put('cpo', `${other.path}/window`, { ...window, end: '2026-03-02T20:00:00Z' });
    await eventually(async () => isLapsed(await next.get(next.path)));
    for (const one of [next, other]) await one.about('cio', '/withdrawal', { reason: 'Enough.' });
  });

  it('is known again when it is proposed twice with one key', async () => {
    const send = () =>
      service.send({
        method: 'POST',
        path: '/v1/projects/shop/configuration-changes',
        as: 'cio',
        headers: { 'idempotency-key': 'once' },
        body: {
          ...{ what: 'Lower it', reason: 'It is too high.', risk: 'None.' },
          ...{ environments: ['dev'], settings: [{ setting: 'LIMIT', value: '15' }] },
        },
      });
    const [first, second] = [await send(), await send()];
    expect(first.statusCode).toBe(201);
    expect(first.headers.location).toBe(
      `/v1/projects/shop/configuration-changes/${first.json<{ change: string }>().change}`,
    );
    expect(second.json()).toStrictEqual(first.json());
  });

  it('is decided at the revision that was read, and at no other', async () => {
    const read = await service.send({
      method: 'GET',
      path: '/v1/projects/shop/parity',
      as: 'auditor',
    });
    const check = (etag: string) =>
      service.send({
        method: 'POST',
        path: '/v1/projects/shop/parity-checks',
        as: 'cio',
        headers: { 'if-match': etag },
      });
    const etag = String(read.headers.etag);
    expect((await check(etag)).statusCode).toBe(200);
    expect((await check(etag)).statusCode).toBe(412);
  });

  it('is not reported with more than an event can hold', async () => {
    const settings = Array.from({ length: 2000 }, (_, index) => ({
      setting: `S${String(index)}`,
      value: 'x'.repeat(200),
    }));
    const answer = await service.send({
      method: 'PUT',
      path: '/v1/projects/shop/environments/dev/configuration',
      as: 'deployer',
      body: { settings },
    });
    expect(answer.statusCode).toBe(413);
  });

  it('is reported with 2,000 settings at once', async () => {
    const settings = Array.from({ length: 2000 }, (_, index) => ({
      setting: `S${String(index)}`,
      value: String(index),
    }));
    await change.put('deployer', '/environments/dev/configuration', { settings });
    expect((await change.get('/environments/dev/configuration')).settings).toHaveLength(2001);
    const first = await change.get('/settings?limit=200');
    expect(first.items).toHaveLength(200);
    const second = await change.get(`/settings?limit=200&cursor=${String(first['next'])}`);
    expect(String(second.items[0]!['setting']) > String(first.items.at(-1)!['setting'])).toBe(true);
  });
});
