import { accepted, read } from '../api/asking.js';
import type { Refused } from '../api/asking.js';
import { eventually } from '../api/eventually.js';
import { Service } from '../api/service.js';
import type { Holder } from '../api/service.js';
import { registered } from './registered.js';

const pipeline = '/v1/projects/shop/pipeline';
const hash = (letter: string): string => letter.repeat(64);
const [before, sharded, unasked] = [hash('a'), hash('b'), hash('c')];
const ines: Holder = { subject: 'ines', roles: ['cio', 'cto'] };
const theo: Holder = { subject: 'theo', roles: ['cto'] };

interface Pipeline {
  readonly state: string;
  readonly inPlace: { readonly definition: string } | null;
  readonly standing: readonly { readonly found: string | null; readonly change: string | null }[];
}

interface Violations {
  readonly items: readonly {
    readonly rule: number;
    readonly command: string;
    readonly missing: readonly { readonly id: string }[];
  }[];
}

/** Protocol 5, as the people of a shop live through it. Each step begins where the one before it ended. */
describe('a change of the pipeline', () => {
  let service: Service;
  let change: string;
  beforeAll(async () => {
    service = await Service.start();
    await registered(service, 'shop');
  });
  afterAll(() => service.stop());

  const post = (as: Holder | 'deployer' | 'cio', path: string, body: object = {}, headers = {}) =>
    accepted(service, { method: 'POST', path: `${pipeline}${path}`, as, body, headers });
  const refused = async (
    as: Holder | 'deployer',
    path: string,
    body: object = {},
    headers = {},
  ) => {
    const request = { method: 'POST', path: `${pipeline}${path}`, as, body, headers } as const;
    const answer = await service.send(request);
    return answer.json<Refused>();
  };
  const report = async (definition: string, more: object = {}) => {
    const { events } = await post('deployer', '/definitions', { definition, ...more });
    return events.map(({ type }) => type);
  };
  const now = () => read<Pipeline>(service, pipeline);
  const violations = async () =>
    (await read<Violations>(service, '/v1/projects/shop/environment-violations')).items;

  it('is about something that nobody knows at first, which blocks every promotion', async () => {
    expect(await now()).toMatchObject({ state: 'unknown', inPlace: null, standing: [] });
  });

  it('starts from the definition that is reported first, and repeats are silent', async () => {
    expect(await report(before, { name: 'release.yml' })).toStrictEqual([
      'PipelineDefinitionReported',
    ]);
    expect(await report(before)).toStrictEqual([]);
    expect(await now()).toMatchObject({ state: 'confirmed', inPlace: { definition: before } });
  });

  it('is annotated: what, why, impact, and how it is undone', async () => {
    const plan = {
      what: 'Integration tests run in shards',
      why: 'They take 40 minutes',
      impact: 'Failures are reported for each shard',
      undo: 'Take the matrix out of the workflow',
    };
    const request = { method: 'POST', path: `${pipeline}/changes`, as: ines, body: plan } as const;
    const answer = await service.send({ ...request, headers: { 'roadbook-role': 'cio' } });
    change = answer.json<{ change: string }>().change;
    expect([answer.statusCode, answer.headers.location]).toStrictEqual([
      201,
      `${pipeline}/changes/${change}`,
    ]);
  });

  it('is not confirmed by its author, whatever else their token says', async () => {
    const asCto = { 'roadbook-role': 'cto' };
    const answer = await refused(ines, `/changes/${change}/confirmation`, {}, asCto);
    expect([answer.status, answer.conditions[0]?.missing]).toStrictEqual([
      409,
      'nobody confirms the pipeline change that they annotated',
    ]);
  });

  it('is not made before it is confirmed: that is found, is a violation, and blocks', async () => {
    expect(await report(sharded, { change })).toStrictEqual([
      'PipelineDefinitionReported',
      'UnannotatedPipelineChangeFound',
    ]);
    const { state, standing } = await now();
    expect([state, standing[0]?.change]).toStrictEqual(['unannotated', null]);
    await eventually(async () => (await violations()).length === 1);
    expect(await violations()).toMatchObject([
      {
        ...{ rule: 4, command: 'ReportPipelineDefinition', change },
        missing: [
          {
            id: 'pipeline-change-confirmed',
            missing: `the pipeline change ${change} is annotated and not confirmed`,
          },
        ],
      },
    ]);
  });

  it('is not agreed afterwards: it goes back first', async () => {
    await post(theo, `/changes/${change}/confirmation`);
    const answer = await refused('deployer', '/definitions', { definition: sharded, change });
    expect([answer.status, answer.type, answer.violation]).toStrictEqual([
      409,
      'urn:roadbook:rule:4-pipeline-changes',
      true,
    ]);
    expect(await report(before)).toStrictEqual([
      'PipelineDefinitionReported',
      'PipelineChangeReverted',
    ]);
    expect(await now()).toMatchObject({ state: 'confirmed', standing: [] });
  });

  it('is made once it is confirmed', async () => {
    expect(await report(sharded, { change })).toStrictEqual([
      'PipelineDefinitionReported',
      'PipelineChangeImplemented',
    ]);
    expect(await now()).toMatchObject({ state: 'confirmed', standing: [{ change, found: null }] });
  });

  it('is not taken back or changed behind the protocol', async () => {
    expect(await report(unasked)).toContain('UnannotatedPipelineChangeFound');
    expect((await now()).state).toBe('unannotated');
    expect(await report(sharded)).toContain('PipelineChangeReverted');
    expect((await now()).state).toBe('confirmed');
  });

  it('is reverted when the cio orders it and the definition before it is in place again', async () => {
    await post('cio', `/changes/${change}/reversal`, { reason: 'the shards starve' });
    expect(await report(before)).toStrictEqual([
      'PipelineDefinitionReported',
      'PipelineChangeReverted',
    ]);
  });

  it('leaves a document behind, as Markdown and as JSON', async () => {
    const path = `${pipeline}/changes/${change}`;
    const accept = { accept: 'text/markdown' };
    const { body } = await service.send({ method: 'GET', path, as: 'auditor', headers: accept });
    expect(body).toContain('**Change:** Integration tests run in shards\n');
    expect(body).toContain('### Result: REVERTED\n');
    expect(await read(service, path)).toMatchObject({
      ...{ change, result: 'REVERTED', definition: { before, after: sharded, announced: null } },
      reversalOrderedBy: { role: 'cio', reason: 'the shards starve' },
    });
  });

  it('can be looked at as it was, and its history read', async () => {
    const { items } = await read<{ items: readonly { at: string; type: string; what: string }[] }>(
      service,
      `${pipeline}/history`,
    );
    const found = items.find(({ type }) => type === 'UnannotatedPipelineChangeFound');
    const then = await read<Pipeline>(service, `${pipeline}?at=${found?.at ?? ''}`);
    expect([then.state, then.inPlace?.definition]).toStrictEqual(['unannotated', sharded]);
    const document = await read<{ result: string }>(
      service,
      `${pipeline}/changes/${change}?at=${found?.at ?? ''}`,
    );
    expect(document.result).toBe('ANNOTATED');
    expect(items.map(({ what }) => what)).toContain(
      `reversal of change ${change} ordered: the shards starve`,
    );
  });

  it('is found by auditors among the events, and by its stage among the changes', async () => {
    const types = 'PipelineChangeImplemented,PipelineChangeReverted';
    const events = await read<{ items: readonly { type: string }[] }>(
      service,
      `/v1/environment-events?project=shop&type=${types}`,
    );
    expect(events.items.map(({ type }) => type)).toStrictEqual([
      'PipelineChangeReverted',
      'PipelineChangeImplemented',
      'PipelineChangeReverted',
      'PipelineChangeReverted',
    ]);
    const changes = async (stage: string) =>
      (await read<{ items: readonly object[] }>(service, `${pipeline}/changes?stage=${stage}`))
        .items.length;
    expect([await changes('reverted'), await changes('confirmed')]).toStrictEqual([1, 0]);
  });

  it('is for projects that are known here', async () => {
    const path = '/v1/projects/typo/pipeline';
    const asked = await service.send({ method: 'GET', path, as: 'auditor' });
    const body = { definition: before };
    const reported = await service.send({
      ...{ method: 'POST', path: `${path}/definitions`, as: 'deployer', body },
    } as const);
    const sentence =
      'this project is not known here; if it was registered a moment ago, try again, else an orchestrator can register it';
    expect([asked.statusCode, asked.json<Refused>().detail]).toStrictEqual([404, sentence]);
    expect([reported.statusCode, reported.json<Refused>().detail]).toStrictEqual([404, sentence]);
  });

  it('that nobody annotated is no document', async () => {
    const path = `${pipeline}/changes/7c9e6679-7425-50de-944b-e07fc1f90ae7`;
    const answer = await service.send({ method: 'GET', path, as: 'auditor' });
    expect([answer.statusCode, answer.json<Refused>().detail]).toStrictEqual([
      404,
      'there is no pipeline change 7c9e6679-7425-50de-944b-e07fc1f90ae7',
    ]);
  });
});
