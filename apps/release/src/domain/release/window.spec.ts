import { act, as, at, by } from '../acts.fixture.js';
import { planned, withdrawn } from './history.fixture.js';
import { confirmWindow, lapseWindow, proposeWindow } from './orders.fixture.js';
import {
  deploymentWithdrawn,
  ended,
  requested,
  window,
  windowConfirmed,
  windowLapsed,
  windowProposed,
} from './promotion.fixture.js';
import { cleared, deploying, live, passedUpTo, release, verifying } from './release.fixture.js';

const later = window('13:00', '14:00');

describe('proposing a window', () => {
  it('is for cio and cpo', () => {
    release(planned()).when(proposeWindow()).thenHappens(windowProposed());
    release(planned())
      .when(as('cpo', by('pia', proposeWindow())))
      .thenHappens(windowProposed());
  });

  it('is silent while this window stands, proposed or confirmed', () => {
    release(planned(), windowProposed()).when(proposeWindow()).thenNothing();
    release(planned(), windowProposed(), windowConfirmed()).when(proposeWindow()).thenNothing();
  });

  it('puts on record whoever else proposes it, until it is confirmed', () => {
    const others = by('jo', proposeWindow());
    release(planned(), windowProposed()).when(others).thenHappens(by('jo', windowProposed()));
    release(planned(), windowProposed(), by('jo', windowProposed())).when(others).thenNothing();
    release(planned(), windowProposed(), windowConfirmed()).when(others).thenNothing();
  });

  it('may start now, or have started', () =>
    release(planned())
      .when(proposeWindow(window('09:59', '10:01')))
      .thenTypes('WindowProposed'));

  it('refuses a window that ends before it starts, or when it starts', () => {
    const backwards = 'a window ends after it starts';
    for (const end of ['10:59', '11:00'])
      release(planned())
        .when(proposeWindow(window('11:00', end)))
        .thenRefusedBy('window-length', backwards);
  });

  it('is at most 24 hours long', () => {
    const nextDay = (clock: string) => ({
      start: '2026-03-02T11:00:00.000Z',
      end: `2026-03-03T${clock}Z`,
    });
    release(planned())
      .when(proposeWindow(nextDay('11:00:00.000')))
      .thenTypes('WindowProposed');
    release(planned())
      .when(proposeWindow(nextDay('11:00:00.001')))
      .thenRefused('a window is at most 24 hours long');
  });

  it('refuses a window that is over', () =>
    release(planned())
      .when(at('12:00', proposeWindow()))
      .thenRefusedBy(
        'window-not-past',
        'this window ended at 2026-03-02T12:00:00.000Z; propose one that ends in the future',
      ));

  it('lets the cio replace a confirmed window', () =>
    release(planned(), windowProposed(), windowConfirmed())
      .when(proposeWindow(later))
      .thenHappens(windowProposed(later)));

  it('lets no cpo withhold a release by replacing a window that is confirmed', () => {
    const confirmed = release(planned(), windowProposed(), windowConfirmed());
    const other = as('cpo', by('pia', proposeWindow(later)));
    confirmed
      .when(other)
      .thenRefusedBy(
        'confirmed-window-stays',
        'a window is confirmed until 2026-03-02T12:00:00.000Z; only the cio proposes another',
      );
    confirmed.when(at('12:00', other)).thenHappens(windowProposed(later));
  });

  it('is refused while a deployer is in production: a checklist that nobody can complete any more would remain', () => {
    const fixed =
      'a deployer has claimed the deployment to production; its window and its clients stay as they are';
    for (const past of [deploying('production'), verifying('production')])
      release(...cleared, ...past)
        .when(at('12:00', as('cpo', by('pia', proposeWindow(later)))))
        .thenRefusedBy('production-unclaimed', fixed);
    release(...cleared, ...deploying('production'))
      .when(proposeWindow(later))
      .thenRefused(fixed);
  });

  it('is refused where production has failed and is rolled back', () =>
    release(...cleared, ...verifying('production'), ended('production', 'failed'))
      .when(proposeWindow(later))
      .thenRefusedBy(
        'production-not-failed',
        '1.4.0 is rolled back from production, where it failed; its fix is a new version',
      ));

  it('is possible before a deployer has claimed it, and for another try after it errored', () => {
    const errored = [...deploying('production'), ended('production', 'errored', 'deploying')];
    release(...cleared, ...errored)
      .when(at('12:00', proposeWindow(later)))
      .thenHappens(windowProposed(later));
    release(...passedUpTo('dev'), ...deploying('qa'))
      .when(proposeWindow())
      .thenHappens(windowProposed());
  });

  it('is refused once the release is withdrawn', () =>
    release(planned(), withdrawn()).when(proposeWindow()).thenRefused('1.4.0 was withdrawn'));
});

describe('confirming a window', () => {
  it('takes another person than who proposed it, whatever their roles', () => {
    release(planned(), windowProposed()).when(confirmWindow()).thenHappens(windowConfirmed());
    release(planned(), by('jo', windowProposed()))
      .when(by('jo', confirmWindow()))
      .thenRefusedBy('proposer-does-not-confirm', 'nobody confirms the window that they proposed');
  });

  it('takes another person than all who proposed it', () => {
    const both = [by('ana', windowProposed()), by('jo', windowProposed())];
    for (const proposer of ['ana', 'jo'])
      release(planned(), ...both)
        .when(by(proposer, confirmWindow()))
        .thenRefusedBy(
          'proposer-does-not-confirm',
          'nobody confirms the window that they proposed',
        );
    release(planned(), ...both, windowProposed(later))
      .when(by('jo', confirmWindow(later)))
      .thenHappens(by('jo', windowConfirmed(later)));
  });

  it('is silent when this window is confirmed', () =>
    release(planned(), windowProposed(), windowConfirmed()).when(confirmWindow()).thenNothing());

  it('is about the window that is proposed', () => {
    const other = 'this window is not proposed; the one that stands may be another';
    release(planned()).when(confirmWindow()).thenRefusedBy('window-proposed', other);
    release(planned(), windowProposed()).when(confirmWindow(later)).thenRefused(other);
  });

  it('refuses a window that is over', () =>
    release(planned(), windowProposed())
      .when(at('12:00', confirmWindow()))
      .thenRefused(
        'this window ended at 2026-03-02T12:00:00.000Z; propose one that ends in the future',
      ));

  it('is for the orchestrator', () =>
    release(planned(), windowProposed())
      .when(as('cio', confirmWindow()))
      .thenRefusedBy('role-permitted', 'this is for orchestrator, not for cio'));
});

describe('a window that was not used', () => {
  it('lapses at its end, confirmed or not', () => {
    const proposed = [planned(), windowProposed()];
    release(...proposed)
      .when(at('12:00', lapseWindow()))
      .thenHappens(windowLapsed());
    release(...proposed, windowConfirmed())
      .when(at('12:00', lapseWindow()))
      .thenHappens(windowLapsed());
  });

  it('takes the request with it that nobody took up, which blocks no other one then', () =>
    release(...cleared, requested('production'))
      .when(at('12:00', lapseWindow()))
      .thenHappens(
        windowLapsed(),
        deploymentWithdrawn('production', 'the window that it was requested in has lapsed'),
        ended('production', 'withdrawn', 'requested'),
      ));

  it('lapses when what was tried has ended', () => {
    release(...cleared, ...deploying('production'), ended('production', 'errored', 'deploying'))
      .when(at('12:00', lapseWindow()))
      .thenHappens(windowLapsed());
  });

  it('lapses neither before its end nor twice, and no other window with it', () => {
    release(planned(), windowProposed()).when(at('11:59:59.999', lapseWindow())).thenNothing();
    release(planned(), windowProposed(), windowLapsed())
      .when(at('12:00', lapseWindow()))
      .thenNothing();
    release(planned(), windowProposed(later)).when(at('12:00', lapseWindow())).thenNothing();
  });

  it('may be proposed anew for another time', () =>
    release(planned(), windowProposed(), windowLapsed())
      .when(at('12:30', proposeWindow(later)))
      .thenHappens(windowProposed(later)));
});

describe('a request for production', () => {
  it('is withdrawn when another window is proposed in place of the one that it was made in', () => {
    const past = [...cleared, requested('production')];
    release(...past)
      .when(proposeWindow(later))
      .thenHappens(
        windowProposed(later),
        deploymentWithdrawn('production', 'another window was proposed than it was requested in'),
        ended('production', 'withdrawn', 'requested'),
      );
    release(...past)
      .when(proposeWindow())
      .thenNothing();
  });

  it('is the only one that rests on a window', () =>
    release(...passedUpTo('dev'), windowProposed(), windowConfirmed(), requested('qa'))
      .when(proposeWindow(later))
      .thenHappens(windowProposed(later)));
});

describe('a window that was used', () => {
  it('does not lapse', () => {
    release(...cleared, ...deploying('production'))
      .when(at('12:00', lapseWindow()))
      .thenNothing();
    release(...live)
      .when(at('12:00', lapseWindow()))
      .thenNothing();
  });

  it('lapses by the system only', () =>
    release(planned(), windowProposed())
      .when(at('12:00', { ...lapseWindow(), origin: act('cio', 0).origin }))
      .thenRefused('this is for system, not for cio'));
});
