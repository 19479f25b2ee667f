import { as, by } from '../acts.fixture.js';
import {
  agreed,
  completed,
  confirmed,
  environments,
  mirrored,
  ordered,
  proposed,
  reversalOrdered,
  reviewed,
  withdrawn,
  wholeReverted,
} from './history.fixture.js';
import { confirm, review } from './orders.fixture.js';

const isProposed = [...mirrored, proposed()];
const isConfirmed = [...isProposed, confirmed()];

describe('the confirmation of a configuration change', () => {
  it('is another cio’s', () => environments(isProposed).when(confirm()).thenHappens(confirmed()));

  it('is given once', () => environments(isConfirmed).when(by('mia', confirm())).thenNothing());

  it('is not the author’s', () =>
    environments(isProposed)
      .when(by('ines', confirm()))
      .thenRefused('nobody confirms the configuration change that they proposed'));

  it('is for a cio', () =>
    environments(isProposed)
      .when(as('cto', confirm()))
      .thenRefused('this is for cio, not for cto'));

  it('is about a change that there is', () =>
    environments(mirrored).when(confirm()).thenRefused('there is no such configuration change'));

  it.each([
    ['was withdrawn', withdrawn()],
    ['is completed', completed()],
    ['was reverted', wholeReverted()],
    ['is being reverted', reversalOrdered('dev')],
  ])('is not given to one that %s', (stands, event) =>
    environments(isProposed, event)
      .when(confirm())
      .thenRefused(`this configuration change ${stands}`),
  );
});

describe('the review of a configuration change', () => {
  it('is a cto’s', () => environments(isConfirmed).when(review()).thenHappens(reviewed()));

  it('can fail it', () =>
    environments(isConfirmed).when(review('failed')).thenHappens(reviewed('failed')));

  it('is on record once', () => environments(agreed()).when(review()).thenNothing());

  it('is another one when the verdict is, also after it was applied somewhere', () =>
    environments(agreed(), ordered('dev')).when(review('failed')).thenHappens(reviewed('failed')));

  it('is another one by somebody else', () =>
    environments(agreed()).when(by('tara', review())).thenHappens(reviewed()));

  it('is neither the author’s nor that of who confirmed', () => {
    environments(isConfirmed)
      .when(as('cto', by('ines', review())))
      .thenRefused('nobody reviews the configuration change that they proposed');
    environments(isConfirmed)
      .when(as('cto', by('jo', review())))
      .thenRefused('nobody reviews the configuration change that they confirmed');
  });

  it('follows the confirmation', () =>
    environments(isProposed)
      .when(review())
      .thenRefused('no other cio has confirmed this configuration change'));

  it('is over with the change', () =>
    environments(isConfirmed, withdrawn())
      .when(review())
      .thenRefused('this configuration change was withdrawn'));
});
