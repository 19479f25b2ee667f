import {
  agreed,
  applied,
  change,
  cleared,
  completed,
  declaredDrift,
  environments,
  failed,
  found,
  mirrored,
  observed,
  opened,
  ordered,
  driftOf,
  plain,
  proposed,
  raised,
  arrivedIn,
  resolved,
  secret,
  settings,
  shown,
  upTo,
  verified,
  withdrawn,
} from './history.fixture.js';
import { report } from './orders.fixture.js';
import { settingsMax } from './settings.js';

const raisedAll = [plain('LIMIT', '20'), secret('TOKEN', 'd1')];

describe('the observed configuration', () => {
  it('is recorded as a whole when an environment is first observed', () =>
    environments(opened()).when(report('dev')).thenHappens(observed('dev')));

  it('is recorded by what changed, and what is not in the report is not there', () =>
    environments(opened(), observed('dev'))
      .when(report('dev', [plain('LIMIT', '20')]))
      .thenHappens(observed('dev', raised, { removed: ['TOKEN'], count: 1 })));

  it('can be empty', () =>
    environments(opened()).when(report('dev', [])).thenHappens(observed('dev', [])));

  it('is silent where nothing changed', () =>
    environments(opened(), observed('dev')).when(report('dev')).thenNothing());

  it('tells a plain value from a secret', () =>
    environments(opened(), observed('dev'))
      .when(report('dev', [plain('LIMIT', '10'), plain('TOKEN', 'd1')]))
      .thenHappens(observed('dev', [plain('TOKEN', 'd1')], { count: 2 })));

  it('keeps nothing of a report but what a setting holds', () => {
    const more = { ...plain('LIMIT', '10'), comment: 'not asked for' };
    environments(opened())
      .when(report('dev', [more]))
      .thenHappens(observed('dev', [plain('LIMIT', '10')]));
  });

  it('has at most 2,000 settings', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => plain(`S${String(index)}`, ''));
    environments(opened())
      .when(report('dev', many(settingsMax)))
      .thenTypes('ConfigurationObserved');
    environments(opened())
      .when(report('dev', many(settingsMax + 1)))
      .thenRefused('an environment has at most 2000 settings, and this report has 2001');
  });

  it('has keys that are words', () =>
    environments(opened())
      .when(report('dev', [plain('LIMIT', '1'), plain('two words', '1')]))
      .thenRefused('the key of the setting at 1 is not 1 to 200 letters, digits and _ . : / -'));

  it('has each setting once', () =>
    environments(opened())
      .when(report('dev', [plain('LIMIT', '1'), plain('LIMIT', '2')]))
      .thenRefused('the report has LIMIT twice'));
});

describe('what an environment was given by a configuration change', () => {
  const given = [...agreed(), ordered('dev'), applied('dev')];

  it('is shown by the observation that follows', () =>
    environments(given)
      .when(report('dev', raisedAll))
      .thenHappens(observed('dev', raised, { count: 2 }), shown('dev')));

  it('is drift where something else is observed', () =>
    environments(given)
      .when(report('dev'))
      .thenHappens(observed('dev', [], { count: 2 }), found(declaredDrift('LIMIT', 'dev'))));

  it('is still awaited after an observation that does not show it', () =>
    environments(given, observed('dev', [], { count: 2 }), found(declaredDrift('LIMIT', 'dev')))
      .when(report('dev', raisedAll))
      .thenHappens(
        observed('dev', raised, { count: 2 }),
        resolved(declaredDrift('LIMIT', 'dev')),
        shown('dev'),
      ));

  it('is drift when it is changed there later, past the protocol', () =>
    environments(upTo('dev'))
      .when(report('dev'))
      .thenHappens(
        observed('dev', [plain('LIMIT', '10')], { count: 2 }),
        found(declaredDrift('LIMIT', 'dev')),
      ));

  it('is not awaited before a deployer reports it', () =>
    environments(agreed(), ordered('dev')).when(report('dev')).thenNothing());

  it('is observed after a failure too, whatever stands there', () =>
    environments(agreed(), ordered('dev'), failed('dev'))
      .when(report('dev'))
      .thenHappens(observed('dev', [], { count: 2 })));

  it('is not shown for a change that was withdrawn', () =>
    environments(given, withdrawn('dev'))
      .when(report('dev', raisedAll))
      .thenHappens(observed('dev', raised, { count: 2 })));
});

describe('a configuration change that is observed everywhere', () => {
  it('is completed, and parity is verified, in the append that shows it', () =>
    environments(cleared, ordered('production'), applied('production'))
      .when(report('production', raisedAll))
      .thenHappens(
        arrivedIn('production').slice(2),
        completed(),
        verified({ purpose: 'configuration-change', change }),
      ));

  it('is completed also where it leaves drift, which is what parity then says', () =>
    environments(agreed(['staging']), ordered('staging'), applied('staging'))
      .when(report('staging', raisedAll))
      .thenHappens(
        observed('staging', raised, { count: 2 }),
        found(driftOf('LIMIT', 'staging')),
        shown('staging'),
        completed(),
        verified({
          ...{ purpose: 'configuration-change', change, staging: 'drifts' },
          ...{ drift: [driftOf('LIMIT', 'staging')], driftCount: 1 },
        }),
      ));

  it('gives its settings their scope, which resolves drift and finds it', () => {
    const scopes = [{ setting: 'LIMIT', from: 'behaviour', to: 'environment' }] as const;
    const rescoped = proposed(undefined, { diff: [], scopes });
    const there = (where: 'dev' | 'qa' | 'staging' | 'production') => [
      ordered(where),
      applied(where, []),
      observed(where, [], { count: 2 }),
      shown(where),
    ];
    environments(
      ...[mirrored, observed('qa', raised, { count: 2 }), found(driftOf('LIMIT', 'qa'))],
      ...[rescoped, there('dev'), there('qa'), there('staging')],
      ...[ordered('production'), applied('production', [])],
    )
      .when(report('production'))
      .thenHappens(
        observed('production', [], { count: 2 }),
        shown('production'),
        completed(scopes),
        resolved(driftOf('LIMIT', 'qa')),
        verified({ purpose: 'configuration-change', change }),
      );
  });
});

describe('settings', () => {
  it('are compared by their digests where they are secret', () =>
    environments(opened(), observed('production', [...settings]))
      .when(report('qa', [plain('LIMIT', '10'), secret('TOKEN', 'd1')]))
      .thenHappens(observed('qa')));
});
