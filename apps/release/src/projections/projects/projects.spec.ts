import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { projects } from './projects.js';

const rowOf = (journey: Journey) => rowsOf(projects, journey.log).get('web');

const timeOf = (journey: Journey, type: string) =>
  journey.log.findLast((event) => event.type === type)?.recordedAt;

describe('a project', () => {
  it('has a name once it is registered, and nothing in production', () => {
    expect(rowOf(new Journey().register('The Web'))).toStrictEqual({
      project: 'web',
      name: 'The Web',
      registeredAt: '2026-03-02T08:00:00.000Z',
      production: null,
      events: 1,
    });
  });

  it('counts the events of all its streams', () => {
    const journey = new Journey().register().goLive('1.0.0').goLive('1.0.1', { kind: 'hotfix' });
    expect(rowOf(journey)?.events).toBe(journey.log.length);
  });

  it('tells what stands in production, and since when', () => {
    const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0');
    const since = timeOf(journey, 'EnvironmentVacated');
    expect(rowOf(journey)?.production).toStrictEqual({ version: '1.1.0', since });
  });

  it('tells what a rollback has restored, and since when', () => {
    const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0').rollBack('1.1.0');
    const since = timeOf(journey, 'ReleaseRolledBack');
    expect(rowOf(journey)?.production).toStrictEqual({ version: '1.0.0', since });
    journey.rollBack('1.0.0');
    expect(rowOf(journey)?.production).toBeNull();
  });

  it('does not have the events of anybody else', () => {
    const [event] = new Journey().register().log;
    expect(rowsOf(projects, [{ ...event!, stream: 'canary' }]).size).toBe(0);
  });
});
