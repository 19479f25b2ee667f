import { plusMs } from '@roadbook/decider';
import { Journey, ticketOf } from '../projections/journey.fixture.js';
import { digestOf, idOf, published, saidIn } from './published.fixture.js';

const version = '1.0.0';
const candidate = 'commit-1.0.0';

const authorized = (): Journey =>
  new Journey().register().plan(version).prepare(version).authorize(version, 'promotion');

const live = (): Journey => new Journey().register().goLive(version);

describe('what a deployer is asked for', () => {
  it('is everything that it needs to act', async () => {
    const journey = authorized();
    const deployment = journey.request(version, 'dev');
    const event = journey.log.find(({ type }) => type === 'DeploymentRequested')!;
    const [said] = saidIn(await published(journey), 'roadbook.deployment-requested.v1');
    expect(said).toStrictEqual({
      project: 'web',
      version,
      event: event.id,
      recordedAt: event.recordedAt,
      actor: 'cio',
      role: 'cio',
      deployment: idOf(deployment),
      environment: 'dev',
      candidate,
      attempt: 1,
      deadline: plusMs(event.recordedAt, 3_600_000),
      kind: 'standard',
      tickets: [ticketOf(version)],
      requiredChecks: ['smoke-tests'],
      rollbackPlan: expect.objectContaining({ plan: digestOf('plan-1.0.0') }) as unknown,
      window: null,
    });
  });

  it('has the window in production', async () => {
    const journey = live();
    const confirmed = journey.log.find(({ type }) => type === 'WindowConfirmed')!;
    const said = saidIn(await published(journey), 'roadbook.deployment-requested.v1').at(-1);
    expect(said).toMatchObject({ environment: 'production', window: confirmed.data });
  });

  it('is withdrawn with its reason while nobody has claimed it', async () => {
    const journey = authorized();
    const deployment = journey.request(version, 'dev');
    journey.release(version, { type: 'SetSecurityBlock', data: { reason: 'open door' } }, 'cso');
    const messages = await published(journey);
    expect(saidIn(messages, 'roadbook.deployment-withdrawn.v1')[0]).toMatchObject({
      deployment: idOf(deployment),
      environment: 'dev',
      candidate,
      attempt: 1,
      reason: 'a security block was set: open door',
    });
    expect(saidIn(messages, 'roadbook.promotion-ended.v1')[0]).toMatchObject({
      outcome: 'withdrawn',
      phase: 'requested',
      checks: [],
    });
  });
});

describe('what is told of the end of a promotion', () => {
  it('has the checks that stand', async () => {
    const journey = authorized().promote(version, 'dev');
    const [said] = saidIn(await published(journey), 'roadbook.promotion-ended.v1');
    expect(said).toMatchObject({
      environment: 'dev',
      candidate,
      attempt: 1,
      kind: 'standard',
      outcome: 'passed',
      phase: 'verifying',
      checks: [{ check: 'smoke-tests', verdict: 'passed' }],
    });
  });

  it('counts the attempts in an environment', async () => {
    const journey = authorized();
    const deployment = journey.request(version, 'dev');
    journey.deploy(version, deployment);
    journey.verify(version, 'dev', deployment, 'failed');
    journey.vacate('dev', deployment, 'failed');
    const why = { deployment, diagnosis: 'a typo', resolution: 'corrected' };
    journey.release(version, { type: 'DiagnoseFailure', data: why }, 'cio');
    journey.promote(version, 'dev');
    const said = saidIn(await published(journey), 'roadbook.promotion-ended.v1');
    expect(said.map(({ attempt, outcome }) => [attempt, outcome])).toStrictEqual([
      [1, 'failed'],
      [2, 'passed'],
    ]);
  });

  it('of production is the execution, with tickets, notes and plan', async () => {
    const messages = await published(live());
    const ended = saidIn(messages, 'roadbook.promotion-ended.v1').at(-1)!;
    const { checks: _, ...end } = ended;
    expect(saidIn(messages, 'roadbook.release-executed.v1')).toStrictEqual([
      {
        ...end,
        tickets: [ticketOf(version)],
        notes: {
          whatsNew: [{ ticket: 'T-1.0.0', description: 'What is new in 1.0.0', type: 'feature' }],
          knownIssues: [],
          breakingChanges: [],
          migrationNotes: [],
        },
        rollbackPlan: expect.objectContaining({ plan: digestOf('plan-1.0.0') }) as unknown,
      },
    ]);
    expect(ended).toMatchObject({ environment: 'production', outcome: 'passed' });
  });

  it('of production is no execution where no deployer took it up', async () => {
    const journey = authorized();
    for (const environment of ['dev', 'qa', 'staging'] as const)
      journey.promote(version, environment);
    const deployment = journey.clearForProduction(version).request(version, 'production');
    journey.wait(3_600);
    journey.release(version, { type: 'MissDeadline', data: { deployment } }, 'system');
    const messages = await published(journey);
    expect(saidIn(messages, 'roadbook.promotion-ended.v1').at(-1)).toMatchObject({
      environment: 'production',
      outcome: 'unanswered',
      phase: 'requested',
    });
    expect(saidIn(messages, 'roadbook.release-executed.v1')).toStrictEqual([]);
  });
});

describe('what is told of a closed deployment log', () => {
  it('is the whole path, the result and the duration', async () => {
    const journey = live();
    const said = saidIn(await published(journey), 'roadbook.deployment-log-closed.v1');
    const at = (type: string) =>
      journey.log.filter((event) => event.type === type).map(({ recordedAt }) => recordedAt);
    const [requested, deployed, ended] = [
      at('DeploymentRequested'),
      at('DeploymentReported'),
      at('PromotionEnded'),
    ];
    const endedAt = at('DeploymentLogClosed')[0]!;
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({
      candidate,
      kind: 'standard',
      result: 'SUCCESS',
      tickets: [ticketOf(version)],
      plan: digestOf('plan-1.0.0'),
      path: ['dev', 'qa', 'staging', 'production'].map((environment, index) => ({
        environment,
        attempt: 1,
        requestedAt: requested[index],
        deployedAt: deployed[index],
        endedAt: ended[index],
        outcome: 'passed',
      })),
      startedAt: requested[0],
      endedAt,
      durationSeconds: (Date.parse(endedAt) - Date.parse(requested[0]!)) / 1000,
    });
  });

  it('has the path of its own candidate where that was replaced', async () => {
    const journey = authorized().promote(version, 'dev').prepare(version, 'another');
    const said = saidIn(await published(journey), 'roadbook.deployment-log-closed.v1');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ candidate, result: 'FAILED' });
    expect(said[0]?.path.map(({ environment }) => environment)).toStrictEqual(['dev']);
  });
});
