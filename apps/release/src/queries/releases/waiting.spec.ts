import { Journey } from '../../projections/journey.fixture.js';
import { Answering } from '../answering.fixture.js';
import { ListWaiting } from './list-waiting.js';
import type { WaitingRelease } from './list-waiting.js';

const waiting = async (journey: Journey): Promise<readonly WaitingRelease[]> => {
  const answering = await Answering.about(journey);
  try {
    return (await answering.ask(new ListWaiting('web', { limit: 100 }))).items;
  } finally {
    await answering.stop();
  }
};

const prepared = () => new Journey().register().plan('1.0.0').prepare('1.0.0');

describe('where releases wait', () => {
  it('is told with what is missing, who can supply it, in order, and since when', async () => {
    const journey = new Journey().register().plan('1.0.0');
    const [release] = await waiting(journey);
    expect(release).toMatchObject({
      project: 'web',
      version: '1.0.0',
      kind: 'standard',
      candidate: null,
      environment: 'dev',
      since: journey.log.at(-1)?.recordedAt,
      roles: ['cio', 'cto', 'deployer', 'cqo'],
    });
    expect(release?.missing.slice(0, 2)).toStrictEqual([
      {
        id: 'candidate-chosen',
        missing: 'no candidate was chosen for this release',
        rule: undefined,
        from: 'cio',
      },
      { id: 'tickets-merged', missing: 'not merged: T-1.0.0', rule: undefined, from: 'cto' },
    ]);
  });

  it('is the orchestrator where an authorization is requested', async () => {
    const journey = prepared();
    const requested = { type: 'RequestAuthorization', data: { of: 'promotion' } } as const;
    journey.release('1.0.0', requested, 'cio');
    expect(await waiting(journey)).toMatchObject([
      { environment: 'dev', missing: [{ id: 'promotion-authorized' }], roles: ['orchestrator'] },
    ]);
  });

  it('is the cio where everything holds and nobody goes on', async () => {
    expect(await waiting(prepared().authorize('1.0.0', 'promotion'))).toMatchObject([
      { environment: 'dev', missing: [{ id: 'deployment-requested' }], roles: ['cio'] },
    ]);
  });

  it('is the deployer while a deployment is under way', async () => {
    const journey = prepared().authorize('1.0.0', 'promotion');
    journey.request('1.0.0', 'dev');
    expect(await waiting(journey)).toMatchObject([
      { environment: 'dev', missing: [{ id: 'no-deployment-under-way' }], roles: ['deployer'] },
    ]);
  });

  it('is the next environment after one has passed', async () => {
    const journey = prepared().authorize('1.0.0', 'promotion').promote('1.0.0', 'dev');
    expect(await waiting(journey)).toMatchObject([{ environment: 'qa', roles: ['cio'] }]);
  });

  it('is nobody but time where a window has not opened yet', async () => {
    const journey = prepared().authorize('1.0.0', 'promotion');
    journey.promote('1.0.0', 'dev').promote('1.0.0', 'qa').promote('1.0.0', 'staging');
    journey.clearForProduction('1.0.0', { opensInMinutes: 30 });
    expect(await waiting(journey)).toMatchObject([
      { environment: 'production', missing: [{ id: 'window-open' }], roles: [] },
    ]);
  });

  it('is the deployer during a rollback, and who follows it up', async () => {
    const journey = new Journey().register().goLive('1.0.0');
    journey.startRollback('1.0.0');
    expect(await waiting(journey)).toMatchObject([
      { environment: null, roles: ['deployer', 'cco', 'cio'] },
    ]);
  });

  it('is who follows up a rollback after it, until that is done', async () => {
    const journey = new Journey().register().goLive('1.0.0').rollBack('1.0.0');
    expect(await waiting(journey)).toMatchObject([
      {
        environment: null,
        missing: [
          { id: 'rollback-communication-acknowledged' },
          { id: 'rollback-review-scheduled' },
        ],
        roles: ['cco', 'cio'],
      },
    ]);
    const told = { type: 'AcknowledgeRollbackCommunication', data: { note: 'told' } } as const;
    journey.release('1.0.0', told, 'cco');
    const review = { reviewAt: '2026-03-09T08:00:00.000Z', note: 'why' };
    journey.release('1.0.0', { type: 'ScheduleRollbackReview', data: review }, 'cio');
    expect(await waiting(journey)).toStrictEqual([]);
  });

  it('is nowhere for what is live or withdrawn; the others come as they were planned', async () => {
    const journey = new Journey().register().goLive('1.0.0').plan('3.0.0').plan('2.0.0');
    journey.plan('4.0.0');
    journey.release('4.0.0', { type: 'WithdrawRelease', data: { reason: 'no' } }, 'cio');
    const versions = (await waiting(journey)).map(({ version }) => version);
    expect(versions).toStrictEqual(['3.0.0', '2.0.0']);
  });
});
