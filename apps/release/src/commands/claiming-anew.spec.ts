import { StoreUnavailable } from '@roadbook/event-store';
import type { NewEvent } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { releaseStream, roadStream } from '../domain/streams.js';
import { accepted, project, Service } from './service.fixture.js';

const version = '1.4.0';
const key = { project, version };
const why = { reason: 'orders fail', confirmation: 'since then', usersAffected: true };

/** Something comes in between, from another process, whenever a claim was stored. */
class InterruptingStore extends InMemoryEventStore {
  interrupt: (claimed: NewEvent) => Promise<void> = () => Promise.resolve();

  override async append(...append: Parameters<InMemoryEventStore['append']>) {
    const appended = await super.append(...append);
    for (const event of append[2])
      if (['EnvironmentClaimed', 'RollbackClaimed'].includes(event.type))
        await this.interrupt(event);
    return appended;
  }
}

/** A prepared release, and a deadline that gives back so many of the claims made from now on. */
async function prepared(claimsGivenBack: number) {
  const store = new InterruptingStore();
  const [service, elsewhere] = [new Service(store), new Service(store)];
  await service.register();
  await service.prepare(version);
  let left = claimsGivenBack;
  const giveBack = async ({ type, data }: NewEvent) => {
    if (left === 0) return;
    left -= 1;
    const { claim } = data as { claim: string };
    const origin = elsewhere.origin('system');
    if (type === 'RollbackClaimed') await elsewhere.rollback.giveBack(key, claim, origin);
    else await elsewhere.promotion.giveBack(key, 'dev', claim, origin);
  };
  return {
    service,
    giveClaimsBack: () => {
      store.interrupt = giveBack;
    },
  };
}

describe('a claim that is given back between claim and start', () => {
  it('is made anew by the same request, and what is started stands on it', async () => {
    const { service, giveClaimsBack } = await prepared(1);
    giveClaimsBack();
    const started = accepted(await service.request(version, 'dev'));
    const { claims } = (await service.deciding.road(project)).state;
    expect(started).toMatchObject({ deployment: claims.dev?.claim });
    const types = await service.types(releaseStream(project, version));
    expect(types.slice(-3)).toStrictEqual([
      'ClaimAbandoned',
      'DeploymentRequested',
      'DeploymentLogEntryOpened',
    ]);
  });

  it('each time, is no decision on the command: it can be repeated, and nothing is left claimed', async () => {
    const { service, giveClaimsBack } = await prepared(3);
    giveClaimsBack();
    await expect(service.request(version, 'dev', 'to dev')).rejects.toThrow(
      new StoreUnavailable('the claim was given back before anything started on it; try again'),
    );
    expect((await service.deciding.road(project)).state.claims).toStrictEqual({});
    expect(accepted(await service.request(version, 'dev', 'to dev')).events).toHaveLength(2);
  });

  it('is made anew for a rollback too', async () => {
    const { service, giveClaimsBack } = await prepared(1);
    await service.clear(version);
    const deployment = await service.deploy(version, 'production');
    await service.verify(version, 'production', deployment, 'passed');
    giveClaimsBack();
    const started = accepted(await service.rollback.start(key, why, service.origin('cio')));
    const { rollback } = (await service.deciding.road(project)).state;
    expect(started).toMatchObject({ rollback: rollback?.claim });
    const types = await service.types(roadStream(project));
    expect(types.slice(-3)).toStrictEqual([
      'RollbackClaimed',
      'RollbackClaimReleased',
      'RollbackClaimed',
    ]);
  });
});
