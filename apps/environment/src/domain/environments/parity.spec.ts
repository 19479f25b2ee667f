import {
  agreed,
  applied,
  cleared,
  declaredDrift,
  environments,
  failed,
  found,
  mirrored,
  observed,
  opened,
  ordered,
  driftOf,
  raised,
  verified,
  withdrawn,
} from './history.fixture.js';
import { checkParity } from './orders.fixture.js';

describe('parity', () => {
  const unknown = { staging: 'unknown', qa: 'unknown' } as const;

  it('holds where nothing that affects behaviour differs', () =>
    environments(mirrored).when(checkParity()).thenHappens(verified()));

  it('is unknown where an environment was never observed', () => {
    environments(opened(), observed('staging'), observed('qa'))
      .when(checkParity())
      .thenHappens(verified(unknown));
    environments(opened(), observed('staging'), observed('production'))
      .when(checkParity())
      .thenHappens(verified({ qa: 'unknown' }));
  });

  it('is unknown from the order of a change until what it made was observed', () => {
    const production = [...cleared, ordered('production')];
    const drift = [driftOf('LIMIT', 'qa'), driftOf('LIMIT', 'staging')];
    const asked = verified({ ...unknown, drift, driftCount: 2 });
    environments(production).when(checkParity()).thenHappens(asked);
    environments(production, applied('production')).when(checkParity()).thenHappens(asked);
    environments(production, failed('production')).when(checkParity()).thenHappens(asked);
  });

  it('is known again when the environment was observed', () =>
    environments(
      ...[agreed(['staging']), ordered('staging'), failed('staging')],
      observed('staging', [], { count: 2 }),
    )
      .when(checkParity())
      .thenHappens(verified()));

  it('is known again when an order was withdrawn and the environment observed', () => {
    const left = [...agreed(['qa']), ordered('qa'), withdrawn('qa')];
    environments(left)
      .when(checkParity())
      .thenHappens(verified({ qa: 'unknown' }));
    environments(left, observed('qa', [], { count: 2 }))
      .when(checkParity())
      .thenHappens(verified());
  });

  it('tells the pair that drifts', () =>
    environments(mirrored, observed('qa', raised, { count: 2 }), found(driftOf('LIMIT', 'qa')))
      .when(checkParity())
      .thenHappens(verified({ qa: 'drifts', drift: [driftOf('LIMIT', 'qa')], driftCount: 1 })));

  it('drifts in both pairs where production is not as it was declared', () => {
    const drift = [declaredDrift('LIMIT', 'production')];
    environments(mirrored, found(...drift))
      .when(checkParity())
      .thenHappens(verified({ staging: 'drifts', qa: 'drifts', drift, driftCount: 1 }));
  });

  it('does not drift for what dev is', () =>
    environments(mirrored, found(declaredDrift('LIMIT', 'dev')))
      .when(checkParity())
      .thenHappens(verified()));

  it('lists at most 500 differences, and counts them all', () => {
    const many = Array.from({ length: 501 }, (_, index) =>
      driftOf(`S${String(index).padStart(3, '0')}`, 'qa'),
    );
    environments(mirrored, found(...many.slice(0, 500)), found(...many.slice(500)))
      .when(checkParity())
      .thenHappens(verified({ qa: 'drifts', drift: many.slice(0, 500), driftCount: 501 }));
  });
});
