import {
  chosen,
  contained,
  gate,
  merged,
  planned,
  testSuite,
  ticket,
} from './release/history.fixture.js';
import { requestAuthorization, requestDeployment } from './release/orders.fixture.js';
import { holding, release } from './release/release.fixture.js';

const toDev = requestDeployment('dev');

describe('what is prepared', () => {
  const begun = [planned(), merged(), chosen()];

  it.each<[string, string, ReturnType<typeof release>]>([
    ['tickets-merged', 'not merged: T-1', release(planned(), merged('T-2'), chosen())],
    [
      'tickets-present',
      'the tickets contained in the candidate were not reported',
      release(...begun),
    ],
    ['tickets-present', 'not in the candidate: T-2', release(...begun, contained(['T-1', 'T-1']))],
    [
      'tickets-present',
      'in the candidate without being targeted: T-3, constructor',
      release(...begun, contained(['T-1', 'T-2', 'T-3', 'constructor'])),
    ],
    [
      'test-suite-passed',
      'the full test suite was not run against this candidate',
      release(...begun, testSuite(), chosen('f00d', 'c0ffee')),
    ],
    [
      'test-suite-passed',
      'the full test suite is inconclusive on this candidate',
      release(...begun, testSuite('inconclusive')),
    ],
    ['quality-gate-passed', 'waiting for the quality gate of T-1, T-2', release(...begun)],
    ['design-gate-passed', 'waiting for the design gate of T-2', release(...begun)],
    [
      'security-gate-passed',
      'waiting for the security gate of T-2 (inconclusive)',
      release(...begun, gate('security', 'inconclusive')),
    ],
    ['candidate-chosen', 'no candidate was chosen for this release', release(planned())],
  ])('is refused by %s: %s', (id, sentence, given) => {
    given.when(requestAuthorization('promotion')).thenRefusedBy(id, sentence);
    given.amid(holding('dev')).when(toDev).thenRefusedBy(id, sentence);
  });

  it('names ten of many tickets', () => {
    const many = Array.from({ length: 500 }, (_, index) => ticket(`T-${String(index)}`));
    release(planned({ tickets: many }))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy(
        'tickets-merged',
        'not merged: T-0, T-1, T-2, T-3, T-4, T-5, T-6, T-7, T-8, T-9 and 490 more',
      );
  });
});
