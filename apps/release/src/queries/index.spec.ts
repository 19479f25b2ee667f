import { UnknownProject } from '@roadbook/questions';
import { Journey } from '../projections/journey.fixture.js';
import { Answering } from './answering.fixture.js';
import { ListDeploymentRequests } from './deployments/list-deployment-requests.js';
import { GetDeploymentLog } from './documents/get-deployment-log.js';
import { GetRollbackReport } from './documents/get-rollback-report.js';
import { UnknownRelease } from './errors.js';
import { GetProject } from './projects/get-project.js';
import { ListProjects } from './projects/list-projects.js';
import { ListViolations } from './violations/list-violations.js';

const page = { limit: 10 };
const missing = [{ id: 'window-confirmed', missing: 'no window was proposed for production' }];
const attempt = { command: 'RequestDeployment', version: '2.0.0', candidate: null, missing };

describe('the answers', () => {
  let answering: Answering;
  let journey: Journey;
  let deployment: string;
  let rollback: string;

  beforeAll(async () => {
    journey = new Journey().register('The Web').goLive('1.0.0').goLive('1.1.0');
    rollback = journey.startRollback('1.1.0');
    journey.plan('2.0.0').prepare('2.0.0').authorize('2.0.0', 'promotion');
    deployment = journey.request('2.0.0', 'dev');
    journey.violation({ ...attempt, rule: 1 }, 'cio', { actor: 'ana' });
    journey.violation({ ...attempt, rule: 2 }, 'cio', { actor: 'ben' });
    answering = await Answering.about(journey);
  });

  afterAll(() => answering.stop());

  it('tell deployers what to do, as it was asked for, with everything needed to act', async () => {
    const { items } = await answering.ask(new ListDeploymentRequests('web', {}, page));
    expect(items).toMatchObject([
      {
        version: '1.1.0',
        environment: 'production',
        deployment: null,
        rollback: { rollback, restores: '1.0.0', nextStep: 1 },
        requiredChecks: expect.arrayContaining(['health-checks']) as unknown,
        plan: { plan: 'plan-1.1.0', steps: [{ action: 'drain' }, { action: 'switch' }] },
      },
      {
        version: '2.0.0',
        environment: 'dev',
        deployment: { deployment, candidate: 'commit-2.0.0', phase: 'requested' },
        rollback: null,
        requiredChecks: ['smoke-tests'],
        plan: { plan: 'plan-2.0.0' },
      },
    ]);
    const inDev = new ListDeploymentRequests('web', { environment: 'dev' }, page);
    expect((await answering.ask(inDev)).items).toHaveLength(1);
  });

  it('list violations, the latest first, by rule, actor and version', async () => {
    const rules = async (filter: ListViolations['filter']) =>
      (await answering.ask(new ListViolations('web', filter, page))).items.map(({ rule }) => rule);
    expect(await rules({})).toStrictEqual([2, 1]);
    expect(await rules({ rule: 1 })).toStrictEqual([1]);
    expect(await rules({ actor: 'ben' })).toStrictEqual([2]);
    expect(await rules({ version: '1.0.0' })).toStrictEqual([]);
    const first = await answering.ask(new ListViolations('web', {}, { limit: 1 }));
    const second = await answering.ask(
      new ListViolations('web', {}, { limit: 1, after: first.next }),
    );
    expect([...first.items, ...second.items].map(({ rule }) => rule)).toStrictEqual([2, 1]);
    expect(second.items).toMatchObject([{ ...attempt, rule: 1, project: 'web', actor: 'ana' }]);
  });

  it('show projects with what stands in production', async () => {
    const since = journey.log.findLast(({ type }) => type === 'EnvironmentVacated')?.recordedAt;
    const web = {
      project: 'web',
      name: 'The Web',
      registeredAt: journey.log[0]?.recordedAt,
      production: { version: '1.1.0', since },
      events: journey.log.length,
    };
    expect(await answering.ask(new GetProject('web'))).toStrictEqual(web);
    const all = await answering.ask(new ListProjects(page));
    expect(all).toStrictEqual({ items: [web], next: undefined });
    const { items } = await answering.ask(new ListProjects(page, ['shop']));
    expect(items).toStrictEqual([]);
  });

  it('give documents what they are made of', async () => {
    const { row, log } = await answering.ask(new GetDeploymentLog('web', '1.0.0'));
    expect(row.logs).toStrictEqual([log]);
    expect(log).toMatchObject({ candidate: 'commit-1.0.0', closed: { result: 'SUCCESS' } });
    const other = new GetDeploymentLog('web', '1.0.0', { candidate: 'commit-9' });
    expect((await answering.ask(other)).log).toBeUndefined();
    const report = await answering.ask(new GetRollbackReport('web', '1.1.0'));
    expect(report.rollback).toMatchObject({ rollback, restores: '1.0.0' });
  });

  it('say that something does not exist', async () => {
    for (const query of [
      new GetProject('shop'),
      new ListViolations('shop', {}, page),
      new ListDeploymentRequests('shop', {}, page),
      new GetDeploymentLog('shop', '1.0.0'),
    ])
      await expect(answering.ask<unknown>(query)).rejects.toThrow(UnknownProject);
    const unplanned = answering.ask(new GetRollbackReport('web', '9.0.0'));
    await expect(unplanned).rejects.toThrow(UnknownRelease);
  });
});
