import type { Ticket } from '../../domain/tickets.js';
import { deploymentLogs } from '../documents.js';
import { Journey, ticketOf } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { logAsOf } from './as-of.js';
import type { DeploymentLogRow } from './row.js';

const version = '1.0.0';

const inDev = (): Journey =>
  new Journey().register().plan(version).prepare(version).authorize(version, 'promotion');

const rowOf = (journey: Journey): DeploymentLogRow =>
  rowsOf(deploymentLogs, journey.log).get('web@1.0.0')!;

const second: Ticket = { ...ticketOf(version), id: 'T-2', title: 'Another one' };

/** Replaces the tickets, and does again what that undoes. */
function retarget(journey: Journey, tickets: readonly Ticket[]): Journey {
  journey.release(version, { type: 'RetargetTickets', data: { tickets } }, 'cio');
  const ids = tickets.map(({ id }) => id);
  const candidate = `commit-${version}`;
  journey.release(
    version,
    { type: 'ReportMerge', data: { tickets: ids, commit: candidate } },
    'cto',
  );
  journey.release(
    version,
    { type: 'ReportContents', data: { candidate, tickets: ids } },
    'deployer',
  );
  journey.reportGates(version, candidate);
  const notes = {
    ...{ descriptions: {}, knownIssues: [], fromKnowledgeBase: false },
    ...{ breakingChanges: [], migrationNotes: [] },
  };
  journey.release(version, { type: 'CompileNotes', data: notes }, 'cio');
  journey.release(version, { type: 'PrepareDeploymentLog', data: {} }, 'cio');
  return journey.authorize(version, 'promotion');
}

describe('a deployment log as it stood at the end of an environment', () => {
  it('has nothing of what came later', () => {
    const log = logAsOf(rowOf(new Journey().register().goLive(version)), { environment: 'qa' })!;
    expect(log.attempts.map(({ environment }) => environment)).toStrictEqual(['dev', 'qa']);
    expect(log.grants.map(({ of }) => of)).toStrictEqual(['promotion']);
    expect(log.closed).toBeUndefined();
  });

  it('is closed at the end of production, and not yet rolled back', () => {
    const row = rowOf(new Journey().register().goLive(version).rollBack(version));
    const log = logAsOf(row, { environment: 'production' })!;
    expect([log.closed?.result, log.rollback]).toStrictEqual(['SUCCESS', undefined]);
    expect(logAsOf(row)?.rollback).toBeDefined();
  });

  it('has no diagnosis that was recorded afterwards', () => {
    const journey = inDev();
    const deployment = journey.request(version, 'dev');
    journey.deploy(version, deployment);
    journey.verify(version, 'dev', deployment, 'failed');
    const why = { deployment, diagnosis: 'a typo', resolution: 'corrected' };
    journey.release(version, { type: 'DiagnoseFailure', data: why }, 'cio');
    const row = rowOf(journey);
    expect(logAsOf(row)?.attempts[0]?.diagnosed?.diagnosis).toBe('a typo');
    expect(logAsOf(row, { environment: 'dev' })?.attempts[0]?.diagnosed).toBeUndefined();
  });

  it('has no verdict that came later, which the log as it stands counts', () => {
    const journey = inDev().promote(version, 'dev').failLater(version, 'dev');
    const row = rowOf(journey);
    const [then] = logAsOf(row, { environment: 'dev' })!.attempts;
    expect(then).toMatchObject({ ended: { outcome: 'passed' }, checks: [{ verdict: 'passed' }] });
    const [now] = logAsOf(row)!.attempts;
    expect(now).toMatchObject({
      ended: { outcome: 'failed', before: 'passed' },
      checks: [{ verdict: 'failed' }],
    });
  });

  it('is the log as it stands while the environment is under way', () => {
    const journey = inDev();
    journey.request(version, 'dev');
    const row = rowOf(journey);
    expect(logAsOf(row, { environment: 'dev' })).toStrictEqual(logAsOf(row));
  });

  it('does not exist for an environment that was not reached', () => {
    expect(logAsOf(rowOf(inDev()), { environment: 'qa' })).toBeUndefined();
  });
});

describe('the tickets of a deployment log', () => {
  const titlesOf = (row: DeploymentLogRow, environment?: 'dev' | 'qa') => {
    const log = logAsOf(row, { environment })!;
    return row.targetings[log.preparations.at(-1)!.targeting]?.map(({ title }) => title);
  };

  it('are those that it was last prepared with, and of a time those of that time', () => {
    const journey = inDev().promote(version, 'dev');
    const row = rowOf(retarget(journey, [ticketOf(version), second]).promote(version, 'qa'));
    expect(titlesOf(row)).toStrictEqual(['What is new in 1.0.0', 'Another one']);
    expect(titlesOf(row, 'qa')).toStrictEqual(['What is new in 1.0.0', 'Another one']);
    expect(titlesOf(row, 'dev')).toStrictEqual(['What is new in 1.0.0']);
  });
});
