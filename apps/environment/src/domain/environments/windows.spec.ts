import { as, at, by } from '../acts.fixture.js';
import {
  agreed,
  cleared,
  completed,
  environments,
  hours,
  ordered,
  windowConfirmed,
  windowLapsed,
  windowProposed,
} from './history.fixture.js';
import { confirmWindow, lapseWindow, proposeWindow } from './orders.fixture.js';

const other = { start: '2026-03-03T09:00:00.000Z', end: '2026-03-03T17:00:00.000Z' };
const isProposed = [...agreed(), windowProposed()];

describe('the window for production', () => {
  it('is proposed by a cio or a cpo', () => {
    environments(agreed()).when(proposeWindow()).thenHappens(windowProposed());
    environments(agreed())
      .when(by('pia', as('cpo', proposeWindow())))
      .thenHappens(windowProposed());
  });

  it('is proposed once by the same identity, and by another too', () => {
    environments(isProposed).when(proposeWindow()).thenNothing();
    environments(isProposed).when(by('jo', proposeWindow())).thenHappens(windowProposed());
    environments(isProposed, windowConfirmed()).when(proposeWindow()).thenNothing();
  });

  it('is proposed anew', () =>
    environments(isProposed, windowConfirmed())
      .when(proposeWindow(other))
      .thenHappens(windowProposed(other)));

  it('is not withheld by a cpo once it is confirmed', () =>
    environments(isProposed, windowConfirmed())
      .when(by('pia', as('cpo', proposeWindow(other))))
      .thenRefused(
        'a window is confirmed until 2026-03-02T17:00:00.000Z; only the cio proposes another',
      ));

  it('has a length of at most 24 hours', () => {
    const start = '2026-03-02T09:00:00.000Z';
    environments(agreed())
      .when(proposeWindow({ start, end: start }))
      .thenRefused('a window ends after it starts');
    environments(agreed())
      .when(proposeWindow({ start, end: '2026-03-03T09:00:00.001Z' }))
      .thenRefused('a window is at most 24 hours long');
    const day = { start, end: '2026-03-03T09:00:00.000Z' };
    environments(agreed()).when(proposeWindow(day)).thenHappens(windowProposed(day));
  });

  it('is not over when it is proposed', () =>
    environments(agreed())
      .when(at('17:00', proposeWindow()))
      .thenRefused(
        'this window ended at 2026-03-02T17:00:00.000Z; propose one that ends in the future',
      ));

  it('is for a change that concerns production, and is open', () => {
    environments(agreed(['dev']))
      .when(proposeWindow())
      .thenRefused('this change concerns dev, not production');
    environments(agreed(), completed())
      .when(proposeWindow())
      .thenRefused('this configuration change is completed');
  });

  it('is confirmed by an orchestrator', () =>
    environments(isProposed).when(confirmWindow()).thenHappens(windowConfirmed()));

  it('is confirmed once', () =>
    environments(isProposed, windowConfirmed()).when(confirmWindow()).thenNothing());

  it('is not confirmed by anybody who proposed it', () => {
    const both = [...isProposed, by('jo', windowProposed())];
    for (const proposer of ['ines', 'jo'])
      environments(both)
        .when(by(proposer, confirmWindow()))
        .thenRefused('nobody confirms the window that they proposed');
  });

  it('can be confirmed by who proposed another one before', () =>
    environments(isProposed, by('jo', windowProposed(other)))
      .when(by('ines', confirmWindow(other)))
      .thenHappens(windowConfirmed(other)));

  it('is confirmed as it was proposed, and not when it is over', () => {
    environments(isProposed)
      .when(confirmWindow(other))
      .thenRefused('this window is not proposed; the one that stands may be another');
    environments(agreed())
      .when(confirmWindow())
      .thenRefused('this window is not proposed; the one that stands may be another');
    environments(isProposed)
      .when(at('17:00', confirmWindow()))
      .thenRefused(
        'this window ended at 2026-03-02T17:00:00.000Z; propose one that ends in the future',
      );
    environments(isProposed, completed())
      .when(confirmWindow())
      .thenRefused('this configuration change is completed');
  });

  it('lapses unused, proposed or confirmed', () => {
    environments(isProposed).when(at('17:00', lapseWindow())).thenHappens(windowLapsed());
    environments(isProposed, windowConfirmed())
      .when(at('17:00', lapseWindow()))
      .thenHappens(windowLapsed());
  });

  it('does not lapse before its end, when it was used, when another one stands, or at the end of the change', () => {
    environments(isProposed).when(at('16:59:59.999', lapseWindow())).thenNothing();
    environments(cleared, ordered('production')).when(at('17:00', lapseWindow())).thenNothing();
    environments(isProposed, windowProposed(other))
      .when(at('17:00', lapseWindow(hours)))
      .thenNothing();
    environments(isProposed, completed()).when(at('17:00', lapseWindow())).thenNothing();
    environments(isProposed, windowLapsed()).when(at('17:00', lapseWindow())).thenNothing();
  });
});
