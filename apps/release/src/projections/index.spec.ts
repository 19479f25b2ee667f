import { projections } from './index.js';
import { Journey } from './journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';

/** Lives in production and back, with a release under way and a violation. */
function history() {
  const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0').rollBack('1.1.0');
  journey.plan('2.0.0').prepare('2.0.0').authorize('2.0.0', 'promotion').request('2.0.0', 'dev');
  const missing = [{ id: 'window-confirmed', missing: 'no window was proposed for production' }];
  const attempt = { command: 'RequestDeployment', rule: 1, version: '2.0.0', missing } as const;
  journey.violation({ ...attempt, candidate: null }, 'cio');
  return journey.log;
}

const releases = ['web@1.0.0', 'web@1.1.0', 'web@2.0.0'];

/** By the name of the projection. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'release-list': releases,
  checklist: releases,
  'release-history': [
    ...['web@1.0.0#0', 'web@1.0.0#1'],
    ...['web@1.1.0#0', 'web@1.1.0#1', 'web@1.1.0#2'],
    'web@2.0.0#0',
  ],
  'deployment-log': releases,
  'rollback-report': releases,
  'deployment-requests': ['web@1.0.0', 'web@2.0.0'],
  deadlines: ['promotion/web@2.0.0'],
  violations: history().flatMap(({ id, type }) => (type === 'ViolationRecorded' ? id : [])),
  projects: ['web'],
  notifications: [
    'web/client-communication/1.0.0/2026-03-02T08:00:40.000Z/2026-03-02T12:00:40.000Z',
    'web/client-communication/1.1.0/2026-03-02T08:01:30.000Z/2026-03-02T12:01:30.000Z',
  ],
};

describe.each(projections)('the rows of $name', (projection) => {
  const rows = rowsOf(projection, history());

  it('are made of what happens to releases', () => {
    expect([...rows.keys()]).toStrictEqual(keys[projection.name]);
  });

  it('are the same whether the rows before were kept in memory or read back', () => {
    const kept = rowsOf(projection, history(), { readBack: false });
    // To the letter, as their hash is taken over texts.
    expect(JSON.stringify([...kept])).toBe(JSON.stringify([...rows]));
  });
});
