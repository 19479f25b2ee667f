import { confirmed } from '../release/promotion.fixture.js';
import { mirrors } from '../release/history.fixture.js';
import { checkParity, claimDeployment, requestDeployment } from '../release/orders.fixture.js';
import { chosen, planned } from '../release/history.fixture.js';
import { requested } from '../release/promotion.fixture.js';
import { authorized, cleared, holding, release } from '../release/release.fixture.js';
import { at, time } from '../acts.fixture.js';

const elsewhere = 'the environment service was asked for another deployment; ask again';
const late = 'the environment service was asked more than 10 s ago; ask again';
const toDev = { ...confirmed, serves: 'dev-1' };

describe('an answer of the environment service', () => {
  it('serves no deployment but the one that it was asked for', () => {
    const other = { pipeline: { ...confirmed, serves: 'dev-2' } };
    release(...authorized)
      .amid({ ...holding('dev'), ...other })
      .when(requestDeployment('dev'))
      .thenRefusedBy('answers-fresh', elsewhere);
    release(...authorized, requested('dev'))
      .amid(other)
      .when(claimDeployment('dev'))
      .thenRefusedBy('answers-fresh', elsewhere);
    release(...cleared)
      .amid({ ...holding('production'), parity: { ...mirrors, serves: 'staging-1' } })
      .when(requestDeployment('production'))
      .thenRefusedBy('answers-fresh', elsewhere);
    release(planned(), chosen())
      .amid({ parity: { ...mirrors, serves: 'production-1' } })
      .when(checkParity())
      .thenRefusedBy('answers-fresh', elsewhere);
  });

  it('serves for 10 s from its asking', () => {
    const asked = (askedAt: string) =>
      release(...authorized)
        .amid({ ...holding('dev'), pipeline: { ...toDev, askedAt } })
        .when(at('10:00:10', requestDeployment('dev')));
    asked(time('10:00:00')).thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened');
    asked(time('09:59:59.999')).thenRefusedBy('answers-fresh', late);
  });
});
