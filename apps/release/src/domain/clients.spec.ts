import { parityChecked } from './release/history.fixture.js';
import { requestDeployment } from './release/orders.fixture.js';
import {
  clientsAffected,
  clientsInformed,
  clientsUnaffected,
  productionAuthorized,
  productionRequested,
  window,
  windowConfirmed,
  windowProposed,
} from './release/promotion.fixture.js';
import { holding, passedUpTo, release } from './release/release.fixture.js';

const toProduction = requestDeployment('production');

describe('the acknowledgement of the client communication', () => {
  const withoutClients = [
    ...passedUpTo('staging'),
    parityChecked(),
    ...[productionRequested(), productionAuthorized(), windowProposed(), windowConfirmed()],
  ];
  const production = (...history: Parameters<typeof release>) =>
    release(...withoutClients, ...history)
      .amid(holding('production'))
      .when(toProduction);
  const never = 'the client communication was not acknowledged';

  it('is asked for where clients are affected', () => {
    production().thenRefusedBy('clients-informed', never);
    production(clientsUnaffected(), clientsAffected()).thenRefusedBy('clients-informed', never);
  });

  it('is not asked for where they were declared unaffected', () =>
    production(clientsUnaffected()).thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened'));

  it('is about this very window', () =>
    production(clientsInformed(window('09:00', '11:00'))).thenRefused(
      'the client communication was acknowledged for another window',
    ));
});
