import {
  declared,
  environments,
  found,
  mirrored,
  observed,
  opened,
  driftOf,
  plain,
  raised,
  resolved,
  secret,
} from './history.fixture.js';
import { report } from './orders.fixture.js';

const raisedAll = [plain('LIMIT', '20'), secret('TOKEN', 'd1')];

describe('drift between environments', () => {
  const production = [opened(), observed('production')];

  it('is found by the observation that shows it', () =>
    environments(...production)
      .when(report('staging', raisedAll))
      .thenHappens(observed('staging', raisedAll), found(driftOf('LIMIT', 'staging'))));

  it('is found in both pairs when production is what differs', () =>
    environments(mirrored)
      .when(report('production', raisedAll))
      .thenHappens(
        observed('production', raised, { count: 2 }),
        found(driftOf('LIMIT', 'staging'), driftOf('LIMIT', 'qa')),
      ));

  it('is found in a setting that is missing, and in another secret', () =>
    environments(...production)
      .when(report('qa', [secret('TOKEN', 'd2')]))
      .thenHappens(
        observed('qa', [secret('TOKEN', 'd2')]),
        found(driftOf('LIMIT', 'qa'), driftOf('TOKEN', 'qa')),
      ));

  it('is resolved by the observation that shows it', () =>
    environments(mirrored, observed('qa', raised, { count: 2 }), found(driftOf('LIMIT', 'qa')))
      .when(report('qa'))
      .thenHappens(
        observed('qa', [plain('LIMIT', '10')], { count: 2 }),
        resolved(driftOf('LIMIT', 'qa')),
      ));

  it('is not found again while it stands', () =>
    environments(mirrored, observed('qa', raised, { count: 2 }), found(driftOf('LIMIT', 'qa')))
      .when(report('qa', [plain('LIMIT', '30'), secret('TOKEN', 'd1')]))
      .thenHappens(observed('qa', [plain('LIMIT', '30')], { count: 2 })));

  it('is not there in what only says where an environment is, nor in dev', () => {
    environments(opened(), declared('LIMIT', 'environment'), observed('production'))
      .when(report('staging', raisedAll))
      .thenHappens(observed('staging', raisedAll));
    environments(mirrored)
      .when(report('dev', raisedAll))
      .thenHappens(observed('dev', raised, { count: 2 }));
  });

  it('is told in parts of 500, so that no event is too large', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => plain(`S${String(index)}`, ''));
    environments(opened(), observed('production', []))
      .when(report('staging', many))
      .thenTypes('ConfigurationObserved', 'DriftFound', 'DriftFound', 'DriftFound');
  });
});
