import { as, by } from '../acts.fixture.js';
import {
  agreed,
  authorized,
  cleared,
  denied,
  environments,
  observed,
  ordered,
  plain,
  requested,
  upTo,
  withdrawn,
} from './history.fixture.js';
import { authorize, deny, requestAuthorization } from './orders.fixture.js';

const ready = upTo('staging');

describe('the authorization of production', () => {
  it('is requested when staging was observed', () =>
    environments(ready).when(requestAuthorization()).thenHappens(requested()));

  it('is requested once by the same cio, and again by another, who then can’t grant it', () => {
    environments(ready, requested()).when(requestAuthorization()).thenNothing();
    environments(ready, requested())
      .when(by('jo', requestAuthorization()))
      .thenHappens(requested());
    environments(ready, requested(), authorized()).when(requestAuthorization()).thenNothing();
  });

  it('is not requested before, which rule 1 says', () =>
    environments(upTo('dev'))
      .when(requestAuthorization())
      .thenRefused(
        'this change was not applied in qa',
        'staging does not show what production would get in LIMIT; apply it in staging first',
      ));

  it('is not requested for a change that does not concern production', () =>
    environments(agreed(['dev']))
      .when(requestAuthorization())
      .thenRefused('this change concerns dev, not production'));

  it('is not requested for a change at its end', () =>
    environments(ready, withdrawn('dev', 'qa', 'staging'))
      .when(requestAuthorization())
      .thenRefused('this configuration change was withdrawn'));

  it('is granted by an orchestrator', () =>
    environments(ready, requested()).when(authorize()).thenHappens(authorized()));

  it('is granted once', () => environments(cleared).when(authorize()).thenNothing());

  it('is not granted before it is requested', () =>
    environments(ready)
      .when(authorize())
      .thenRefused('nobody requested the authorization of production'));

  it('is not granted by anybody who requested it', () => {
    const both = [...ready, requested(), by('jo', requested())];
    for (const requester of ['ines', 'jo'])
      environments(both)
        .when(by(requester, authorize()))
        .thenRefused('nobody authorizes what they requested');
  });

  it('is not granted where the ground has gone', () =>
    environments(ready, requested(), observed('production', [plain('LIMIT', '5')], { count: 2 }))
      .when(authorize())
      .thenRefused(
        'production is no longer as the diff shows it in LIMIT; withdraw this change and propose it anew',
      ));

  it('is for an orchestrator', () =>
    environments(ready, requested())
      .when(as('cio', authorize()))
      .thenRefused('this is for orchestrator, not for cio'));
});

describe('the denial of production', () => {
  it('answers a request, and takes back a yes', () => {
    environments(ready, requested()).when(deny()).thenHappens(denied());
    environments(cleared).when(deny()).thenHappens(denied());
  });

  it('is given once', () => environments(ready, requested(), denied()).when(deny()).thenNothing());

  it('is followed by another request', () =>
    environments(ready, requested(), denied())
      .when(requestAuthorization())
      .thenHappens(requested()));

  it('needs a request', () =>
    environments(ready)
      .when(deny())
      .thenRefused('nobody requested the authorization of production'));

  it('comes too late when production was ordered', () =>
    environments(cleared, ordered('production'))
      .when(deny())
      .thenRefused('the application in production was ordered; revert this change instead'));

  it('is over with the change', () =>
    environments(ready, requested(), withdrawn('dev'))
      .when(deny())
      .thenRefused('this configuration change was withdrawn'));
});
