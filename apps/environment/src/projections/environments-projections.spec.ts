import { change, plain } from '../domain/environments/history.fixture.js';
import * as orders from '../domain/environments/orders.fixture.js';
import { configurationChanges } from './configuration-changes/configuration-changes.js';
import { configurationWindows } from './configuration-windows/configuration-windows.js';
import { drifts } from './drifts/drifts.js';
import { agreedStory, arrived, completedStory } from './environments-story.fixture.js';
import { environments } from './environments/environments.js';
import { parityChecks } from './parity-checks/parity-checks.js';
import { rowsOf } from '@roadbook/read-model/memory';

const mine = [
  { of: configurationChanges, keys: [change] },
  { of: configurationWindows, keys: [change] },
  { of: drifts, keys: ['shop/between qa LIMIT', 'shop/between staging LIMIT'] },
  { of: environments, keys: ['shop/dev', 'shop/qa', 'shop/staging', 'shop/production'] },
  { of: parityChecks, keys: ['event-35', 'event-36'] },
];

describe.each(mine)('the rows of $of.name', ({ of: projection, keys }) => {
  const { log } = completedStory();
  const rows = rowsOf<object>(projection, log);

  it('are made of what happens to environments', () => {
    expect([...rows.keys()]).toStrictEqual(keys);
  });

  it('are the same whether the rows before were kept in memory or read back', () => {
    const kept = rowsOf<object>(projection, log, { readBack: false });
    // To the letter, as their hash is taken over texts.
    expect(JSON.stringify([...kept])).toBe(JSON.stringify([...rows]));
  });
});

describe('an environment', () => {
  const rowOf = (story = completedStory()) => rowsOf(environments, story.log).get('shop/qa');

  it('has what was observed and what was declared, each with its time', () => {
    const { settings, scopes, observation } = rowOf()!;
    expect(settings).toStrictEqual([
      {
        setting: 'LIMIT',
        observed: { content: { value: '20' }, since: '2026-03-02T09:14:00.000Z' },
        declared: { content: { value: '20' }, since: '2026-03-02T09:13:00.000Z' },
      },
      {
        setting: 'TOKEN',
        observed: { content: { digest: 'd1' }, since: '2026-03-02T09:03:00.000Z' },
        declared: null,
      },
    ]);
    expect(scopes).toStrictEqual([{ setting: 'DB_HOST', scope: 'environment' }]);
    expect(observation).toMatchObject({ actor: 'ci', settings: 2 });
  });

  it('keeps a setting that is gone as long as it is declared', () => {
    const story = completedStory().tell(orders.report('qa', []));
    expect(rowOf(story)?.settings).toStrictEqual([
      {
        setting: 'LIMIT',
        observed: null,
        declared: { content: { value: '20' }, since: '2026-03-02T09:13:00.000Z' },
      },
    ]);
  });

  it('says what it validates as a cio said it last', () => {
    const story = completedStory().tell(orders.describeValidation('qa', 'that partners answer'));
    expect(rowOf(story)?.validates).toBe('that partners answer');
  });
});

describe('drift', () => {
  it('has the times at which it was found and resolved, the last first', () => {
    const story = completedStory()
      .tell(orders.report('qa', [plain('LIMIT', '20')]))
      .tell(orders.checkParity());
    const rows = rowsOf(drifts, story.log);
    expect(rows.get('shop/between qa LIMIT')).toMatchObject({
      standing: false,
      times: [{ foundAt: '2026-03-02T09:14:00.000Z', resolvedAt: '2026-03-02T09:26:00.000Z' }],
    });
    expect(rows.get('shop/between qa TOKEN')).toMatchObject({
      standing: true,
      times: [{ resolvedAt: null }],
    });
  });
});

describe('a configuration change', () => {
  const rowOf = (story = completedStory()) => rowsOf(configurationChanges, story.log).get(change);

  it('has everybody’s part in it, up to its end', () => {
    expect(rowOf()).toMatchObject({
      stage: 'completed',
      proposed: { actor: 'ines', role: 'cio' },
      confirmed: { actor: 'jo', role: 'cio' },
      review: { actor: 'theo', role: 'cto', verdict: 'passed' },
      authorization: { state: 'granted', by: 'olga', reason: null },
      window: { state: 'confirmed', by: 'olga' },
      ended: { reason: null, environments: ['dev', 'qa', 'staging', 'production'] },
    });
    expect(
      rowOf()?.applications.map(({ environment, state }) => [environment, state]),
    ).toStrictEqual([
      ['dev', 'applied'],
      ['qa', 'applied'],
      ['staging', 'applied'],
      ['production', 'applied'],
    ]);
  });

  it('has its way back', () => {
    const story = agreedStory().tell(...arrived('dev'), orders.apply('qa'));
    story.tell(orders.reportApplication('qa', 'failed'), orders.revert());
    expect(rowOf(story)?.applications.map(({ state }) => state)).toStrictEqual([
      'reverting',
      'reverting',
    ]);
    story.tell(orders.reportReversal('qa', 'failed'), orders.reportReversal('qa'));
    story.tell(orders.reportReversal('dev'));
    expect(rowOf(story)).toMatchObject({
      stage: 'reverted',
      reversal: { reason: 'worse than before' },
      ended: { reason: 'worse than before', environments: [] },
    });
  });

  it('says where it stays when it is withdrawn', () => {
    const story = agreedStory().tell(...arrived('dev'), orders.withdraw());
    expect(rowOf(story)).toMatchObject({ stage: 'withdrawn', ended: { environments: ['dev'] } });
  });
});

describe('the check of parity', () => {
  it('is on record for the change that is everywhere, and for the cio who asked', () => {
    const rows = [...rowsOf(parityChecks, completedStory().log).values()];
    expect(rows.map(({ purpose, actor, staging }) => [purpose, actor, staging])).toStrictEqual([
      ['configuration-change', 'ci', 'mirrors'],
      ['check', 'ines', 'mirrors'],
    ]);
  });
});
