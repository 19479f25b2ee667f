import { as } from '../acts.fixture.js';
import { planned, withdrawn } from './history.fixture.js';
import { acknowledgeClientCommunication, declareClients } from './orders.fixture.js';
import {
  clientsAffected,
  clientsInformed,
  clientsUnaffected,
  window,
  windowConfirmed,
  windowProposed,
} from './promotion.fixture.js';
import { cleared, deploying, release, verifying } from './release.fixture.js';

const confirmed = [planned(), windowProposed(), windowConfirmed()];

describe('clients', () => {
  it('count as affected until the cio declares otherwise', () => {
    release(planned()).when(declareClients(true)).thenNothing();
    release(planned()).when(declareClients(false)).thenHappens(clientsUnaffected());
    release(planned(), clientsUnaffected())
      .when(declareClients(true, 'they do see it'))
      .thenHappens(clientsAffected());
  });

  it('are declared once, and again for another reason', () => {
    release(planned(), clientsUnaffected()).when(declareClients(false)).thenNothing();
    release(planned(), clientsUnaffected())
      .when(declareClients(false, 'it is switched off'))
      .thenTypes('ClientsDeclaredUnaffected');
  });

  it('are not declared by the cpo, who would withhold a release', () =>
    release(planned(), clientsUnaffected())
      .when(as('cpo', declareClients(true)))
      .thenRefusedBy('role-permitted', 'this is for cio, not for cpo'));

  it('stay as they are declared while a deployer is in production', () => {
    const fixed =
      'a deployer has claimed the deployment to production; its window and its clients stay as they are';
    release(...cleared, clientsUnaffected(), ...deploying('production'))
      .when(declareClients(true))
      .thenRefusedBy('production-unclaimed', fixed);
    release(...cleared, ...verifying('production'))
      .when(declareClients(false))
      .thenRefused(fixed);
  });

  it('are of no concern to a release that is withdrawn', () =>
    release(planned(), withdrawn()).when(declareClients(false)).thenRefused('1.4.0 was withdrawn'));
});

describe('acknowledging the client communication', () => {
  it('is for the confirmed window', () =>
    release(...confirmed)
      .when(acknowledgeClientCommunication())
      .thenHappens(clientsInformed()));

  it('is silent when it was acknowledged for this window', () =>
    release(...confirmed, clientsInformed())
      .when(acknowledgeClientCommunication())
      .thenNothing());

  it('is due again for another window', () => {
    const other = window('09:30', '11:30');
    release(...confirmed, clientsInformed(), windowProposed(other), windowConfirmed(other))
      .when(acknowledgeClientCommunication())
      .thenHappens(clientsInformed(other));
  });

  it('waits for the window to be confirmed', () =>
    release(planned(), windowProposed())
      .when(acknowledgeClientCommunication())
      .thenRefusedBy('window-confirmed', 'the proposed window waits for its confirmation'));

  it('is refused where clients are not affected', () =>
    release(...confirmed, clientsUnaffected())
      .when(acknowledgeClientCommunication())
      .thenRefusedBy(
        'clients-affected',
        'clients were declared unaffected (nobody sees it), so there is nothing to acknowledge',
      ));
});
