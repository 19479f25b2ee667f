import { EnvironmentService } from '../inbox/service.fixture.js';

const hash = (letter: string): string => letter.repeat(64);

describe('a pipeline change that was found in place', () => {
  let service: EnvironmentService;
  beforeEach(async () => {
    service = await new EnvironmentService().start();
    await service.register('shop');
  });
  afterEach(() => service.stop());

  const report = (letter: string, commandId: string, actor: string) =>
    service.deciding.onPipeline(
      'shop',
      {
        type: 'ReportPipelineDefinition',
        data: { definition: hash(letter), name: null, link: null, change: null },
      },
      service.by('deployer', commandId, actor),
    );
  const violations = async (count: number) => {
    const read = () => service.store.readStream('violations-shop');
    await service.until(async () => (await read()).length >= count);
    return read();
  };

  it('is a violation by whoever reported it, each time that it is put in place', async () => {
    await report('a', 'baseline', 'ci');
    await report('b', 'first', 'ci');
    const [violation] = await violations(1);
    const [found] = (await service.store.readStream('pipeline-shop')).filter(
      ({ type }) => type === 'UnannotatedPipelineChangeFound',
    );
    expect(violation).toMatchObject({
      ...{ type: 'ViolationRecorded', actor: 'ci', role: 'deployer', causationId: found?.id },
      data: {
        ...{ command: 'ReportPipelineDefinition', rule: 4, change: null, environment: null },
        ...{ definition: hash('b'), found: found?.id },
      },
    });
    await report('a', 'back', 'ci');
    await report('b', 'again', 'ci');
    await report('a', 'back again', 'ci');
    await report('b', 'by another', 'cd');
    await report('b', 'a repeat', 'cd');
    expect((await violations(3)).map(({ actor }) => actor)).toStrictEqual(['ci', 'ci', 'cd']);
  });
});
