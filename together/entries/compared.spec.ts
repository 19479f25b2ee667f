import { CalledFor } from './called-for.js';
import { differences } from './compared.js';

const event = (
  type: string,
  data: Record<string, string> = {},
  stream = 'release-web-app@1.0.0',
) => ({
  id: type,
  type,
  stream,
  data,
});

/** What the events of a service call for, as happening and event. */
function calledFor(service: string, ...events: ReturnType<typeof event>[]): string[] {
  const called = new CalledFor();
  for (const one of events) called.take(service, one);
  return called.all.map((one) => `${one.project} ${one.happening} ${one.event}`);
}

describe('an entry is called for', () => {
  it('by the end of a promotion to production that a deployer had taken up, and by no other', () => {
    const [live, early] = [{ deployment: 'one' }, { deployment: 'two' }];
    const ended = { environment: 'production' };
    expect(
      calledFor(
        'release',
        event('DeploymentClaimed', live),
        event('PromotionEnded', { ...live, ...ended }),
        event('PromotionEnded', { ...early, ...ended }),
        event('PromotionEnded', { ...live, environment: 'staging' }),
      ),
    ).toStrictEqual(['web-app release-executed PromotionEnded']);
  });

  it('by a configuration change that was withdrawn after it was applied somewhere', () => {
    const [applied, planned] = [{ change: 'one' }, { change: 'two' }];
    expect(
      calledFor(
        'environment',
        event('ConfigurationApplied', applied, 'environments-web'),
        event('ConfigurationChangeWithdrawn', applied, 'environments-web'),
        event('ConfigurationChangeWithdrawn', planned, 'environments-web'),
      ),
    ).toStrictEqual(['web configuration-change-ended ConfigurationChangeWithdrawn']);
  });

  it.each([
    ['release', 'ReleasePrepared', 'release-prepared'],
    ['release', 'DeploymentLogClosed', 'deployment-log-closed'],
    ['release', 'RollbackCompleted', 'rollback-ended'],
    ['release', 'RollbackIncomplete', 'rollback-ended'],
    ['release', 'ViolationRecorded', 'violation-recorded'],
    ['environment', 'ViolationRecorded', 'violation-recorded'],
    ['environment', 'ParityVerified', 'parity-verified'],
    ['environment', 'ConfigurationChangeCompleted', 'configuration-change-ended'],
    ['environment', 'ConfigurationChangeReverted', 'configuration-change-ended'],
    ['environment', 'PipelineChangeImplemented', 'pipeline-change-implemented'],
    ['environment', 'PipelineChangeReverted', 'pipeline-change-reverted'],
  ])('in the %s service by %s', (service, type, happening) => {
    expect(calledFor(service, event(type))).toStrictEqual([`web-app ${happening} ${type}`]);
  });

  it('by nothing else', () => {
    expect(calledFor('release', event('ReleasePlanned'), event('ParityVerified'))).toStrictEqual(
      [],
    );
  });
});

describe('the comparison', () => {
  const one = { project: 'web', happening: 'release-prepared', event: 'one' };
  const other = { ...one, event: 'other' };

  it('finds nothing where each has its entry', () => {
    expect(differences([one, other], [other, one])).toStrictEqual({
      calledFor: new Map([['release-prepared', 2]]),
      missing: [],
      more: [],
    });
  });

  it('finds what is missing, what nobody called for, and what is told twice', () => {
    const [foreign, elsewhere] = [
      { ...one, event: 'foreign' },
      { ...one, project: 'shop' },
    ];
    const found = differences([one, other], [one, one, foreign, elsewhere]);
    expect(found.missing).toStrictEqual([other]);
    expect(found.more).toStrictEqual([one, foreign, elsewhere]);
  });
});
