import type { EnvironmentAnswered } from '@roadbook/contracts';
import { EnvironmentService, idOf } from './service.fixture.js';

const hash = (letter: string): string => letter.repeat(64);
const plain = [{ setting: 'LIMIT', value: '10' }];

describe('a question about environment and pipeline', () => {
  let service: EnvironmentService;
  beforeEach(async () => {
    service = await new EnvironmentService().start();
    await service.register('shop');
  });
  afterEach(() => service.stop());

  const reportDefinition = (letter: string) =>
    service.deciding.onPipeline(
      'shop',
      {
        type: 'ReportPipelineDefinition',
        data: { definition: hash(letter), name: null, link: null, change: null },
      },
      service.by('deployer', `report ${letter}`),
    );
  const observe = async (...environments: readonly ('qa' | 'staging' | 'production')[]) => {
    for (const environment of environments)
      await service.deciding.onEnvironments(
        'shop',
        { type: 'ReportConfiguration', data: { environment, settings: plain } },
        service.by('deployer', `observe ${environment}`),
      );
  };
  const answers = async (count: number) =>
    (await service.said('answers', count)).map(({ data }) => data as EnvironmentAnswered);

  it('is answered from the record, which was written first', async () => {
    await reportDefinition('a');
    await observe('qa', 'staging', 'production');
    await service.ask('question');
    const [answer] = await answers(1);
    const verified = (await service.store.readStream('pipeline-shop')).at(-1);
    const parity = (await service.store.readStream('environments-shop')).at(-1);
    expect(answer).toStrictEqual({
      ...{ question: idOf('question'), project: 'shop', version: '1.4.0', unknownProject: false },
      pipeline: {
        ...{ id: verified?.id, answeredAt: '2026-03-02T10:00:00.000Z' },
        ...{ state: 'confirmed', changes: [] },
      },
      parity: {
        ...{ id: parity?.id, answeredAt: '2026-03-02T10:00:00.000Z' },
        ...{ staging: 'mirrors', qa: 'mirrors', drift: [] },
      },
    });
    expect(verified).toMatchObject({
      ...{ type: 'PipelineVerified', actor: 'ines', role: 'cio', causationId: idOf('question') },
      data: { question: idOf('question'), purpose: 'promotion', state: 'confirmed' },
    });
    expect(parity?.type).toBe('ParityVerified');
  });

  it('is answered by what was recorded when it comes again', async () => {
    await reportDefinition('a');
    await service.ask('question', { asks: ['pipeline'] });
    await answers(1);
    await reportDefinition('b');
    await service.ask('question', { asks: ['pipeline'] });
    const [first, again] = await answers(2);
    expect(again).toStrictEqual(first);
    expect(first?.pipeline?.state).toBe('confirmed');
    await service.ask('another question', { asks: ['pipeline'] });
    expect((await answers(3))[2]?.pipeline).toMatchObject({
      state: 'unannotated',
      changes: [
        'the definition changed from aaaaaaaa to bbbbbbbb without annotation, found on 2026-03-02',
      ],
    });
  });

  it('is answered in what was asked, and nothing else is recorded', async () => {
    await service.ask('question', { asks: ['parity'], purpose: 'check', deployment: null });
    const [answer] = await answers(1);
    expect(answer?.pipeline).toBeNull();
    expect(answer?.parity).toMatchObject({ staging: 'unknown', qa: 'unknown' });
    expect(await service.typesIn('pipeline-shop')).toStrictEqual(['PipelineOpened']);
  });

  it('leaves nothing behind where it is about eligibility', async () => {
    await service.ask('question', { purpose: 'eligibility', deployment: null });
    const [answer] = await answers(1);
    expect(answer?.pipeline).toMatchObject({ state: 'unknown', changes: [] });
    expect(answer?.parity).toMatchObject({ staging: 'unknown', qa: 'unknown', drift: [] });
    expect(await service.typesIn('pipeline-shop')).toStrictEqual(['PipelineOpened']);
    expect(await service.typesIn('environments-shop')).toStrictEqual(['EnvironmentsOpened']);
  });

  it('is answered about the past as things were then', async () => {
    await reportDefinition('a');
    await observe('qa', 'staging', 'production');
    const asOf = service.clock.now();
    service.clock.advance({ minutes: 5 });
    await reportDefinition('b');
    const past = { purpose: 'eligibility', deployment: null } as const;
    await service.ask('then', { ...past, asOf });
    await service.ask('before', { ...past, asOf: '2026-03-01T10:00:00.000Z' });
    const [then, before] = await answers(2);
    expect(then?.pipeline?.state).toBe('confirmed');
    expect(then?.parity).toMatchObject({ staging: 'mirrors', qa: 'mirrors' });
    expect(before).toMatchObject({ unknownProject: true, pipeline: null, parity: null });
  });

  it('tells that the project is not known', async () => {
    await service.ask('question', { project: 'typo' });
    expect(await answers(1)).toStrictEqual([
      {
        ...{ question: idOf('question'), project: 'typo', version: '1.4.0' },
        ...{ unknownProject: true, pipeline: null, parity: null },
      },
    ]);
  });

  it('is not answered after its deadline', async () => {
    await service.ask('late', { deadline: '2026-03-02T09:59:59.999Z' });
    await service.ask('in time', { deadline: '2026-03-02T10:00:00.000Z' });
    const [answer] = await answers(1);
    expect(answer?.question).toBe(idOf('in time'));
  });

  it('is a dead letter where nobody in that role may have it asked', async () => {
    await service.ask('question', { role: 'auditor' });
    const letter = await service.deadLetter('questions');
    expect(JSON.stringify(letter?.headers)).toContain('not for auditor');
    expect(await service.typesIn('pipeline-shop')).toStrictEqual(['PipelineOpened']);
  });
});
