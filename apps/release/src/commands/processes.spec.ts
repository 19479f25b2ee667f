import { isRefusal } from '@roadbook/decider';
import { checklist } from '../domain/checklist.js';
import { releaseStream, roadStream, violationsStream } from '../domain/streams.js';
import { accepted, goLive, live, prepared, project } from './service.fixture.js';

const refusals = (outcome: object): string[] =>
  isRefusal(outcome) ? outcome.refused.map(({ id }) => id) : [];

describe('a promotion', () => {
  it('claims the environment on the road, starts, and vacates it when it has passed', async () => {
    const service = await prepared();
    await service.verify('1.4.0', 'dev', await service.deploy('1.4.0', 'dev'), 'passed');
    expect(await service.types(roadStream(project))).toStrictEqual([
      'ProjectRegistered',
      'EnvironmentClaimed',
      'EnvironmentVacated',
    ]);
  });

  it('takes a release to verified production, where it then stands', async () => {
    const service = await live('1.4.0');
    const road = (await service.deciding.road(project)).state;
    expect(road.standing?.version).toBe('1.4.0');
    expect(road.claims.production).toBeUndefined();
    const types = await service.types(releaseStream(project, '1.4.0'));
    expect(types.slice(-2)).toStrictEqual(['PromotionEnded', 'DeploymentLogClosed']);
  });

  it('leaves a complete checklist behind, also when its window is long over', async () => {
    const service = await live('1.4.0');
    service.clock.advance({ hours: 48 });
    const { state: release } = await service.deciding.release({ project, version: '1.4.0' });
    if (release.situation === 'unplanned') throw new Error('1.4.0 was planned');
    const at = service.clock.now();
    const command = { type: 'CheckParity', data: {} } as const;
    const key = { project, version: '1.4.0' };
    const surroundings = await service.deciding.surroundings(
      key,
      command,
      service.origin('cio'),
      release,
    );
    const open = checklist({ release, surroundings, at }).filter(({ state }) => state === 'open');
    expect(open).toStrictEqual([]);
  });

  it('is refused while another release has the environment', async () => {
    const service = await prepared('1.4.0');
    await service.prepare('1.5.0', 'standard', 'c0ffee2');
    await service.request('1.4.0', 'dev');
    expect(refusals(await service.request('1.5.0', 'dev'))).toStrictEqual(['environment-free']);
  });

  it('is the same promotion when its command is repeated', async () => {
    const service = await prepared();
    const first = accepted(await service.request('1.4.0', 'dev', 'to dev'));
    const again = accepted(await service.request('1.4.0', 'dev', 'to dev'));
    expect(again).toStrictEqual({ ...first, repeated: true });
  });

  it('continues from its own claim when it was cut off between claim and start', async () => {
    const service = await prepared();
    const origin = service.origin('cio', 'cio', 'to dev');
    const data = {
      claim: origin.commandId,
      environment: 'dev',
      version: '1.4.0',
      candidate: 'c0ffee1',
    } as const;
    accepted(
      await service.deciding.onRoad(
        project,
        { type: 'ClaimEnvironment', data: { ...data, kind: 'standard', breaking: false } },
        origin,
      ),
    );
    accepted(await service.request('1.4.0', 'dev', 'to dev'));
    const claims = (await service.types(roadStream(project))).filter(
      (type) => type === 'EnvironmentClaimed',
    );
    expect(claims).toHaveLength(1);
  });

  it('leaves a violation behind, once, where a hard rule refuses it', async () => {
    const service = await prepared();
    const outcomes = [
      await service.request('1.4.0', 'production'),
      await service.request('1.4.0', 'production'),
    ];
    expect(outcomes).toMatchObject([{ violation: true }, { violation: true }]);
    const events = await service.store.readStream(violationsStream(project));
    expect(events.map(({ data }) => data)).toMatchObject([
      {
        ...{ command: 'RequestDeployment', rule: 1, version: '1.4.0', candidate: 'c0ffee1' },
        environment: 'production',
      },
    ]);
  });

  it('leaves none behind where the environment service did not answer', async () => {
    const service = await prepared();
    service.environments.silent = true;
    const refused = await service.request('1.4.0', 'dev');
    expect(refusals(refused)).toStrictEqual(['pipeline-confirmed']);
    expect(refused).not.toHaveProperty('violation');
    expect(await service.store.readStream(violationsStream(project))).toStrictEqual([]);
  });

  it('leaves one behind where what it answered is that nothing is known', async () => {
    const service = await prepared();
    const unknown = { state: 'unknown', changes: [] } as const;
    service.environments.change({ type: 'ReportPipeline', data: unknown }, service.clock.now());
    expect(await service.request('1.4.0', 'dev')).toMatchObject({ violation: true });
  });
});

describe('a command that neither promotes, deploys, tags nor authorizes', () => {
  it('leaves no violation behind where a hard rule refuses it, and says so', async () => {
    const service = await prepared();
    const data = { plan: 'plan of 1.4.0', rehearsal: 'r', environment: 'production' } as const;
    const refused = await service.give('1.4.0', 'deployer', { type: 'StartRehearsal', data });
    expect(refusals(refused)).toStrictEqual(['rehearsal-not-in-production']);
    expect(refused).not.toHaveProperty('violation');
    expect(await service.store.readStream(violationsStream(project))).toStrictEqual([]);
  });
});

describe('a claim that nothing started on', () => {
  it('is given back, and no deployment can start on it any more', async () => {
    const service = await prepared();
    const origin = service.origin('cio');
    const claim = { claim: origin.commandId, environment: 'dev' } as const;
    const data = {
      ...claim,
      version: '1.4.0',
      candidate: 'c0ffee1',
      kind: 'standard',
      breaking: false,
    } as const;
    accepted(await service.deciding.onRoad(project, { type: 'ClaimEnvironment', data }, origin));
    await service.promotion.giveBack({ project, version: '1.4.0' }, 'dev', claim.claim, origin);
    const late = await service.give('1.4.0', 'cio', { type: 'RequestDeployment', data: claim });
    expect(refusals(late)).toStrictEqual(['claim-not-abandoned']);
    expect((await service.deciding.road(project)).state.claims.dev).toBeUndefined();
  });
});

describe('a command whose claim was given back', () => {
  it('claims the environment anew when it is repeated', async () => {
    const service = await prepared();
    const origin = service.origin('cio', 'cio', 'to dev');
    const claim = { claim: origin.commandId, environment: 'dev' } as const;
    const of = { version: '1.4.0', candidate: 'c0ffee1', kind: 'standard' } as const;
    const data = { ...claim, ...of, breaking: false };
    accepted(await service.deciding.onRoad(project, { type: 'ClaimEnvironment', data }, origin));
    await service.promotion.giveBack({ project, version: '1.4.0' }, 'dev', claim.claim, origin);
    const started = accepted(await service.request('1.4.0', 'dev', 'to dev'));
    const { claims } = (await service.deciding.road(project)).state;
    expect(started).toMatchObject({ deployment: claims.dev?.claim, repeated: false });
  });

  it('gives the same claim back again when it was made again', async () => {
    const service = await prepared();
    const origin = service.origin('cio', 'cio', 'to dev');
    const claim = { claim: origin.commandId, environment: 'dev' } as const;
    const of = { version: '1.4.0', candidate: 'c0ffee1', kind: 'standard' } as const;
    const data = { ...claim, ...of, breaking: false };
    for (let round = 0; round < 2; round++) {
      accepted(await service.deciding.onRoad(project, { type: 'ClaimEnvironment', data }, origin));
      await service.promotion.giveBack({ project, version: '1.4.0' }, 'dev', claim.claim, origin);
    }
    expect((await service.deciding.road(project)).state.claims).toStrictEqual({});
  });

  it('gives a claim back that was made again after its deployment had ended', async () => {
    const service = await prepared();
    const deployment = await service.deploy('1.4.0', 'dev');
    await service.verify('1.4.0', 'dev', deployment, 'passed');
    const origin = service.origin('cio');
    const of = { version: '1.4.0', candidate: 'c0ffee1', kind: 'standard' } as const;
    const data = { claim: deployment, environment: 'dev', ...of, breaking: false } as const;
    accepted(await service.deciding.onRoad(project, { type: 'ClaimEnvironment', data }, origin));
    await service.promotion.giveBack({ project, version: '1.4.0' }, 'dev', deployment, origin);
    expect((await service.deciding.road(project)).state.claims).toStrictEqual({});
  });

  it('claims the environment anew while the first claim is still being given back', async () => {
    const service = await prepared();
    const origin = service.origin('cio', 'cio', 'to dev');
    const claim = { claim: origin.commandId, environment: 'dev' } as const;
    const of = { version: '1.4.0', candidate: 'c0ffee1', kind: 'standard' } as const;
    const data = { ...claim, ...of, breaking: false };
    accepted(await service.deciding.onRoad(project, { type: 'ClaimEnvironment', data }, origin));
    await service.must('1.4.0', 'system', { type: 'AbandonClaim', data: claim });
    accepted(await service.request('1.4.0', 'dev', 'to dev'));
    const { dev } = (await service.deciding.road(project)).state.claims;
    expect([dev?.claim === claim.claim, dev?.over?.claim]).toStrictEqual([false, claim.claim]);
  });

  it('claims the rollback anew, and restores what stood there', async () => {
    const service = await live('1.4.0');
    await service.prepare('1.5.0', 'standard', 'c0ffee2');
    await goLive(service, '1.5.0');
    const key = { project, version: '1.5.0' };
    const origin = service.origin('cio');
    const claim = origin.commandId;
    const data = { claim, version: '1.5.0' };
    accepted(await service.deciding.onRoad(project, { type: 'ClaimRollback', data }, origin));
    await service.rollback.giveBack(key, claim, origin);
    const why = { reason: 'orders fail', confirmation: 'since then', usersAffected: true };
    const started = accepted(await service.rollback.start(key, why, origin));
    const road = (await service.deciding.road(project)).state;
    expect(started).toMatchObject({ rollback: road.rollback?.claim });
    expect((await service.deciding.release(key)).state).toMatchObject({
      rollback: { is: 'under-way', restores: '1.4.0' },
    });
  });
});

describe('a pipeline change that is found unannotated', () => {
  it('withdraws what nobody has taken up', async () => {
    const service = await prepared();
    accepted(await service.request('1.4.0', 'dev'));
    await service.pipelineChangeFound('a new runner');
    await service.react();
    expect((await service.deciding.release({ project, version: '1.4.0' })).state).toMatchObject({
      candidate: { attempts: { dev: { outcome: 'withdrawn' } } },
    });
  });
});
