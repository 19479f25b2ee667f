import { requestDeployment } from '../release/orders.fixture.js';
import { confirmed } from '../release/promotion.fixture.js';
import { authorized, cleared, holding, release } from '../release/release.fixture.js';

const toDev = requestDeployment('dev');
const toProduction = requestDeployment('production');

describe('rule 4: pipeline changes are annotated and confirmed first', () => {
  it('stops every promotion while one stands that was not', () => {
    const found = { ...confirmed, state: 'unannotated', changes: ['a runner', 'a cache'] } as const;
    for (const [history, order, holds] of [
      [authorized, toDev, holding('dev')],
      [cleared, toProduction, holding('production')],
    ] as const)
      release(...history)
        .amid({ ...holds, pipeline: found })
        .when(order)
        .thenRefusedBy(
          'pipeline-confirmed',
          'a pipeline change stands that was not annotated and confirmed first; revert it: a runner, a cache',
        );
  });

  it('says no more than is known of them', () =>
    release(...authorized)
      .amid({ ...holding('dev'), pipeline: { ...confirmed, state: 'unannotated' } })
      .when(toDev)
      .thenRefused(
        'a pipeline change stands that was not annotated and confirmed first; revert it',
      ));
});
