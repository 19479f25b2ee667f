import type { Environment, Role } from '@roadbook/decider';
import type { EnvironmentsCommand } from '../domain/environments/commands.js';
import { EnvironmentService, idOf } from '../inbox/service.fixture.js';

const at = '2026-03-02T10:00:00.000Z';
const change = idOf('change');
const evidence = { link: 'https://ci.example/runs/1' };
const limit = (value: string) => [{ setting: 'LIMIT', value }];

describe('what is told of environments', () => {
  let service: EnvironmentService;
  let commands: number;
  beforeEach(async () => {
    commands = 0;
    service = await new EnvironmentService().start();
    await service.register('shop');
  });
  afterEach(() => service.stop());

  const decide = async (role: Role, command: EnvironmentsCommand, actor: string = role) => {
    commands += 1;
    const origin = service.by(role, `command ${String(commands)}`, actor);
    const outcome = await service.deciding.onEnvironments('shop', command, origin);
    if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  };
  const observe = (environment: Environment, value: string) =>
    decide('deployer', {
      type: 'ReportConfiguration',
      data: { environment, settings: limit(value) },
    });
  const said = async (count: number) =>
    (await service.said('environments', count)).map(({ type, data }) => [type, data] as const);
  const by = (role: string, actor = role) => ({
    ...{ project: 'shop', event: expect.any(String) as string },
    ...{ recordedAt: at, actor, role },
  });

  it('is what was observed, with what is another than before', async () => {
    await observe('qa', '10');
    await observe('qa', '20');
    const observed = { ...by('deployer'), environment: 'qa', settings: 1 };
    const changed = { setting: 'LIMIT', scope: 'behaviour' };
    expect(await said(2)).toStrictEqual([
      [
        'roadbook.configuration-observed.v1',
        { ...observed, changed: [{ ...changed, before: null, now: { value: '10' } }] },
      ],
      [
        'roadbook.configuration-observed.v1',
        { ...observed, changed: [{ ...changed, before: { value: '10' }, now: { value: '20' } }] },
      ],
    ]);
  });

  it('is drift with what each has, and by what it was found when it is resolved', async () => {
    await observe('production', '10');
    await observe('staging', '20');
    await observe('staging', '10');
    const told = new Map(await said(5));
    const found = (await service.store.readStream('environments-shop')).find(
      ({ type }) => type === 'DriftFound',
    );
    const drift = { setting: 'LIMIT', environment: 'staging', kind: 'between' };
    expect(told.get('roadbook.drift-found.v1')).toStrictEqual({
      ...by('deployer'),
      environment: 'staging',
      drift: [{ ...drift, expected: { value: '10' }, observed: { value: '20' } }],
    });
    expect(told.get('roadbook.drift-resolved.v1')).toStrictEqual({
      ...by('deployer'),
      environment: 'staging',
      drift: [{ ...drift, foundBy: found?.id, foundAt: at }],
    });
  });

  it('is parity, whatever was found, also where no release asked', async () => {
    await decide('cio', { type: 'CheckParity', data: {} });
    expect(await said(1)).toStrictEqual([
      [
        'roadbook.parity-verified.v1',
        {
          ...by('cio'),
          ...{ version: null, candidate: null, environment: null, deployment: null },
          ...{ purpose: 'check', question: null, change: null },
          ...{ staging: 'unknown', qa: 'unknown', drift: [] },
        },
      ],
    ]);
  });

  it('is a configuration change from its plan to its end', async () => {
    await observe('dev', '10');
    await decide('cio', {
      type: 'ProposeConfigurationChange',
      data: {
        ...{ change, what: 'A higher limit', reason: 'orders wait', risk: 'none' },
        environments: ['dev'],
        settings: [{ setting: 'LIMIT', environments: ['dev'], to: { value: '20' } }],
      },
    });
    await decide('cio', { type: 'ConfirmConfigurationChange', data: { change } }, 'ivan');
    const review = { change, verdict: 'passed', note: 'fine' } as const;
    await decide('cto', { type: 'ReviewConfigurationChange', data: review });
    const inDev = { change, environment: 'dev' } as const;
    await decide('cio', { type: 'ApplyConfigurationChange', data: inDev });
    const applied = { ...inDev, outcome: 'applied', evidence } as const;
    await decide('deployer', { type: 'ReportConfigurationApplication', data: applied });
    await observe('dev', '20');
    await service.until(async () =>
      (await service.typesIn('environments-shop')).includes('ConfigurationChangeCompleted'),
    );
    const of = { change, what: 'A higher limit' };
    const unknown = { staging: 'unknown', qa: 'unknown' };
    const plan = {
      ...{ ...of, why: 'orders wait', risk: 'none', environments: ['dev'] },
      diff: [
        {
          ...{ setting: 'LIMIT', scope: 'behaviour', environments: ['dev'] },
          ...{ current: { value: '10' }, proposed: { value: '20' } },
        },
      ],
      parity: { before: unknown, after: unknown },
    };
    const told = new Map(
      (await said(8)).filter(([type]) => type.startsWith('roadbook.configuration-change')),
    );
    expect(told.get('roadbook.configuration-change-proposed.v1')).toStrictEqual({
      ...by('cio'),
      ...plan,
    });
    expect(told.get('roadbook.configuration-change-confirmed.v1')).toStrictEqual({
      ...by('cto'),
      ...{ ...of, step: 'review', complete: true, note: 'fine' },
    });
    expect(told.get('roadbook.configuration-change-applied.v1')).toStrictEqual({
      ...by('deployer'),
      ...{ ...of, environment: 'dev', direction: 'upwards', outcome: 'succeeded', evidence },
    });
    expect(told.get('roadbook.configuration-change-ended.v1')).toStrictEqual({
      ...by('deployer'),
      ...plan,
      ...{ result: 'completed', reason: null, appliedIn: ['dev'], drift: [] },
      ...{ proposedBy: 'cio', proposedAt: at, confirmedBy: 'ivan', confirmedAt: at },
      ...{ reviewedBy: 'cto', reviewedAt: at },
    });
  });
});
