import { accepted, live, prepared, project } from './service.fixture.js';

describe('a rollback', () => {
  it('starts by itself when the verification of production fails, and restores what stood there', async () => {
    const service = await live('1.4.0');
    await service.prepare('1.5.0', 'standard', 'c0ffee2');
    await service.clear('1.5.0');
    const deployment = await service.deploy('1.5.0', 'production');
    await service.verify('1.5.0', 'production', deployment, 'failed');
    const { state } = await service.deciding.release({ project, version: '1.5.0' });
    expect(state).toMatchObject({ stage: 'rolling-back', rollback: { restores: '1.4.0' } });
  });

  it('starts by itself when a check of what stands there fails later, also where another release was requested', async () => {
    const service = await live('1.4.0');
    const { state } = await service.deciding.release({ project, version: '1.4.0' });
    const deployment =
      state.situation === 'planned' ? state.candidate?.attempts.production?.deployment : undefined;
    await service.prepare('1.5.0', 'standard', 'c0ffee2');
    await service.clear('1.5.0');
    accepted(await service.request('1.5.0', 'production'));
    await service.verify('1.4.0', 'production', deployment ?? '', 'failed');
    expect((await service.deciding.release({ project, version: '1.4.0' })).state).toMatchObject({
      stage: 'rolling-back',
      rollback: { restores: null },
    });
    expect((await service.deciding.release({ project, version: '1.5.0' })).state).toMatchObject({
      candidate: { attempts: { production: { outcome: 'withdrawn' } } },
    });
  });

  it('does not start where a deployer has brought another release there meanwhile', async () => {
    const service = await live('1.4.0');
    const { state } = await service.deciding.release({ project, version: '1.4.0' });
    const deployment =
      state.situation === 'planned' ? state.candidate?.attempts.production?.deployment : undefined;
    await service.prepare('1.5.0', 'standard', 'c0ffee2');
    await service.clear('1.5.0');
    await service.deploy('1.5.0', 'production');
    await service.verify('1.4.0', 'production', deployment ?? '', 'failed');
    expect((await service.deciding.release({ project, version: '1.4.0' })).state).toMatchObject({
      stage: 'live',
      rollback: { is: 'none' },
    });
  });

  it('is withdrawn to nothing for the first release of a project', async () => {
    const service = await prepared('1.4.0');
    await service.clear('1.4.0');
    const deployment = await service.deploy('1.4.0', 'production');
    await service.verify('1.4.0', 'production', deployment, 'failed');
    const { state } = await service.deciding.release({ project, version: '1.4.0' });
    expect(state).toMatchObject({ rollback: { is: 'under-way', restores: null } });
  });

  it('withdraws the unclaimed request of another release for production', async () => {
    const service = await live('1.4.0');
    await service.prepare('1.5.0', 'standard', 'c0ffee2');
    await service.clear('1.5.0');
    accepted(await service.request('1.5.0', 'production'));
    const why = {
      reason: 'orders fail',
      confirmation: 'since the deployment',
      usersAffected: true,
    };
    accepted(
      await service.rollback.start({ project, version: '1.4.0' }, why, service.origin('cio')),
    );
    const { state } = await service.deciding.release({ project, version: '1.5.0' });
    expect(state).toMatchObject({
      candidate: { attempts: { production: { outcome: 'withdrawn' } } },
    });
    expect((await service.deciding.road(project)).state.rollback?.version).toBe('1.4.0');
  });
});
