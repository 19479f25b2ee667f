import type { PipelineCommand } from '../domain/pipeline/commands.js';
import { EnvironmentService, idOf } from '../inbox/service.fixture.js';

const hash = (letter: string): string => letter.repeat(64);
const change = idOf('change');
const plan = {
  what: 'Integration tests run in shards',
  why: 'They take 40 minutes',
  impact: 'Failures are reported for each shard',
  undo: 'Take the matrix out of the workflow',
};
const at = '2026-03-02T10:00:00.000Z';

describe('what is told of the pipeline', () => {
  let service: EnvironmentService;
  let commands: number;
  beforeEach(async () => {
    commands = 0;
    service = await new EnvironmentService().start();
    await service.register('shop');
  });
  afterEach(() => service.stop());

  const decide = (role: 'cio' | 'cto' | 'deployer', command: PipelineCommand) => {
    commands += 1;
    const origin = service.by(role, `command ${String(commands)}`);
    return service.deciding.onPipeline('shop', command, origin);
  };
  const report = (letter: string, of: string | null = null) =>
    decide('deployer', {
      type: 'ReportPipelineDefinition',
      data: { definition: hash(letter), name: null, link: null, change: of },
    });
  const implement = async () => {
    await report('a');
    await decide('cio', {
      type: 'AnnotatePipelineChange',
      data: { change, ...plan, announced: null },
    });
    await decide('cto', { type: 'ConfirmPipelineChange', data: { change } });
    await report('b', change);
  };
  const said = async (count: number) =>
    (await service.said('environments', count)).map(({ type, data }) => [type, data]);
  const by = (role: string) => ({
    ...{ project: 'shop', event: expect.any(String) as string },
    ...{ recordedAt: at, actor: role, role },
  });
  const annotation = {
    ...{ change, ...plan, annotatedBy: 'cio', annotatedAt: at },
    ...{ confirmedBy: 'cto', confirmedAs: 'cto', confirmedAt: at },
  };

  it('is an agreed change, with everything that one has to know of it', async () => {
    await implement();
    expect(await said(3)).toStrictEqual([
      ['roadbook.pipeline-change-annotated.v1', { ...by('cio'), change, ...plan, announced: null }],
      ['roadbook.pipeline-change-confirmed.v1', { ...by('cto'), change, ...plan, announced: null }],
      [
        'roadbook.pipeline-change-implemented.v1',
        { ...by('deployer'), annotation, before: hash('a'), definition: hash('b') },
      ],
    ]);
  });

  it('is its reversal, with the reason of who ordered it', async () => {
    await implement();
    const reason = 'the shards starve';
    await decide('cio', { type: 'OrderPipelineReversal', data: { change, reason } });
    await report('a');
    const implemented = (await service.store.readStream('pipeline-shop')).find(
      ({ type }) => type === 'PipelineChangeImplemented',
    );
    expect((await said(4))[3]).toStrictEqual([
      'roadbook.pipeline-change-reverted.v1',
      {
        ...by('deployer'),
        ...{ what: plan.what, annotation, reverts: implemented?.id, reason },
        ...{ before: hash('b'), definition: hash('a') },
      },
    ]);
  });

  it('is a change that nobody agreed, its violation, and that it was reverted', async () => {
    await report('a');
    await report('b');
    await said(2);
    await report('a');
    const told = new Map((await said(3)).map(([type, data]) => [type, data]));
    const what =
      'the definition changed from aaaaaaaa to bbbbbbbb without annotation, found on 2026-03-02';
    const found = (await service.store.readStream('pipeline-shop')).find(
      ({ type }) => type === 'UnannotatedPipelineChangeFound',
    );
    expect(told.get('roadbook.unannotated-pipeline-change-found.v1')).toStrictEqual({
      ...by('deployer'),
      ...{ before: hash('a'), definition: hash('b'), change: what },
    });
    expect(told.get('roadbook.violation-recorded.v1')).toStrictEqual({
      ...by('deployer'),
      ...{ candidate: null, change: null, command: 'ReportPipelineDefinition', rule: 4 },
      missing: [
        {
          id: 'pipeline-change-annotated',
          missing:
            'no confirmed pipeline change announced the definition bbbbbbbb, and the report names none',
          from: 'cio',
        },
      ],
    });
    expect(told.get('roadbook.pipeline-change-reverted.v1')).toStrictEqual({
      ...by('deployer'),
      ...{ what, annotation: null, reverts: found?.id, reason: null },
      ...{ before: hash('b'), definition: hash('a') },
    });
  });
});
