import { projectRegistered, releaseWithdrawn } from '@roadbook/contracts';
import { EnvironmentService, idOf } from './service.fixture.js';

describe('a project that the release service registered', () => {
  let service: EnvironmentService;
  beforeEach(async () => {
    service = await new EnvironmentService().start();
  });
  afterEach(() => service.stop());

  const registration = () => ({
    ...{ project: 'shop', name: 'The shop', event: idOf('registered') },
    ...{ recordedAt: service.clock.now(), actor: 'olga', role: 'orchestrator' as const },
  });

  const withdrawal = () => ({
    ...{ project: 'shop', version: '1.4.0', event: idOf('withdrawn'), candidate: null },
    ...{ recordedAt: service.clock.now(), actor: 'ines', role: 'cio' as const },
    reason: 'not needed',
  });

  it('has environments and a pipeline here from now on', async () => {
    await service.register('shop');
    expect(await service.typesIn('environments-shop')).toStrictEqual(['EnvironmentsOpened']);
    const [opened] = await service.store.readStream('pipeline-shop');
    expect(opened).toMatchObject({
      type: 'PipelineOpened',
      data: { project: 'shop' },
      actor: 'system',
      role: 'system',
      causationId: idOf('message'),
    });
  });

  it('is opened once, however often it is told', async () => {
    await service.register('shop');
    await service.say(projectRegistered, registration());
    await service.say(projectRegistered, registration(), idOf('again under another id'));
    // Messages of one project are taken in order: what comes behind these shows that they were taken.
    await service.say(projectRegistered, registration(), 'no UUID');
    await service.deadLetter('releases');
    expect(await service.typesIn('environments-shop')).toStrictEqual(['EnvironmentsOpened']);
    expect(await service.typesIn('pipeline-shop')).toStrictEqual(['PipelineOpened']);
  });

  it('is a dead letter under an id from which no other can be derived', async () => {
    await service.say(projectRegistered, registration(), 'no UUID');
    const letter = await service.deadLetter('releases');
    expect(JSON.stringify(letter?.headers)).toContain('the id of this message must be a UUID');
  });

  it('is told beside much that concerns others', async () => {
    await service.say(releaseWithdrawn, withdrawal(), idOf('withdrawn'));
    await service.register('shop');
    expect(await service.typesIn('pipeline-shop')).toStrictEqual(['PipelineOpened']);
  });
});
