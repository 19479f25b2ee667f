import type { Projection } from '@roadbook/read-model';
import { deploymentLogs, rollbackReports } from './documents.js';
import { Journey } from './journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';

const { log } = new Journey().register().goLive('1.0.0').goLive('1.1.0').rollBack('1.1.0');

const documents: readonly Projection[] = [deploymentLogs, rollbackReports];

describe.each(documents)('the rows of the $name', (projection) => {
  it('miss nothing in the events that they leave out', () => {
    expect(rowsOf({ ...projection, types: undefined }, log)).toStrictEqual(rowsOf(projection, log));
  });

  it('are there for each release', () => {
    expect([...rowsOf(projection, log).keys()]).toStrictEqual(['web@1.0.0', 'web@1.1.0']);
  });
});
