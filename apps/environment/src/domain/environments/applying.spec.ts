import { as, at, by } from '../acts.fixture.js';
import {
  agreed,
  applied,
  authorized,
  change,
  cleared,
  clearance,
  completed,
  confirmed,
  denied,
  environments,
  failed,
  found,
  limitTo,
  mirrored,
  observed,
  ordered,
  driftOf,
  plain,
  proposed,
  raised,
  requested,
  reversalOrdered,
  reviewed,
  upTo,
  windowConfirmed,
  windowLapsed,
  windowProposed,
} from './history.fixture.js';
import { about, apply, reportApplication } from './orders.fixture.js';

describe('the order to apply a configuration change', () => {
  it('is given for the lowest environment once the change is agreed', () =>
    environments(agreed()).when(apply('dev')).thenHappens(ordered('dev')));

  it('is given for the next when the one before was observed', () =>
    environments(upTo('dev')).when(apply('qa')).thenHappens(ordered('qa')));

  it('is given for the lowest of those that are concerned, whatever that is', () =>
    environments(agreed(['staging', 'production']))
      .when(apply('staging'))
      .thenHappens(ordered('staging')));

  it('is given once', () => {
    environments(agreed(), ordered('dev')).when(apply('dev')).thenNothing();
    environments(upTo('qa'))
      .when(by('jo', apply('dev')))
      .thenNothing();
  });

  it('is for a cio', () =>
    environments(agreed())
      .when(as('cto', apply('dev')))
      .thenRefused('this is for cio, not for cto'));

  it('is refused before the change is agreed, with everything that is missing', () => {
    environments(mirrored, proposed())
      .when(apply('dev'))
      .thenRefused(
        'no other cio has confirmed this configuration change',
        'no cto has reviewed this configuration change',
      );
    environments(mirrored, proposed(), confirmed(), reviewed('failed'))
      .when(apply('dev'))
      .thenRefused('the review of this configuration change failed');
  });

  it('is refused where a later review failed, also half-way', () =>
    environments(upTo('dev'), reviewed('failed'))
      .when(apply('qa'))
      .thenRefused('the review of this configuration change failed'));

  it('is refused for an environment that is not concerned', () =>
    environments(agreed(['dev', 'qa']))
      .when(apply('production'))
      .thenRefused('this change concerns dev, qa, not production'));

  it('is refused out of turn', () => {
    environments(agreed()).when(apply('qa')).thenRefused('this change was not applied in dev');
    environments(agreed(), ordered('dev'))
      .when(apply('qa'))
      .thenRefused('the application in dev was not reported');
    environments(agreed(), ordered('dev'), applied('dev'))
      .when(apply('qa'))
      .thenRefused('dev was not observed as this change says since it was applied there');
  });

  it('is refused where an environment below is no longer as the change says', () =>
    environments(upTo('dev'), observed('dev', [plain('LIMIT', '5')], { count: 2 }))
      .when(apply('qa'))
      .thenRefused('dev is no longer as this change says in LIMIT'));

  it('is refused where an application failed', () =>
    environments(upTo('dev'), ordered('qa'), failed('qa'))
      .when(apply('staging'))
      .thenRefused(
        'the application in qa failed; revert this change or withdraw it',
        'qa was not observed as this change says since it was applied there',
      ));

  it('is refused where the environment is no longer as the diff shows it', () =>
    environments(agreed(), observed('dev', [plain('LIMIT', '5')], { count: 2 }))
      .when(apply('dev'))
      .thenRefused(
        'dev is no longer as the diff shows it in LIMIT; withdraw this change and propose it anew',
      ));

  it('is refused while another change is on its way into the environment', () =>
    environments(
      ...[agreed(['dev']), ordered('dev')],
      proposed(['dev'], {
        ...{ change: 'other', settings: [{ ...limitTo('1', ['dev']), setting: 'NEW' }] },
        diff: [{ setting: 'NEW', from: null, to: { value: '1' }, environments: ['dev'] }],
      }),
    )
      .when(about('other', apply('dev')))
      .thenRefusedBy(
        'environment-settled',
        `dev is being changed by the configuration change ${change}, and was not observed since`,
      ));

  it('is refused for a change that is on its way back, or at its end', () => {
    environments(upTo('dev'), reversalOrdered('dev'))
      .when(apply('qa'))
      .thenRefused('this configuration change is being reverted');
    environments(agreed(), completed())
      .when(apply('dev'))
      .thenRefused('this configuration change is completed');
  });
});

describe('the order for production', () => {
  it('is given with authorization, in the window', () =>
    environments(cleared).when(apply('production')).thenHappens(ordered('production')));

  it('is refused without both, by rule 1, with all that is missing', () => {
    const given = environments(agreed()).when(apply('production'));
    given.thenRefused(
      'this change was not applied in dev',
      'staging does not show what production would get in LIMIT; apply it in staging first',
      'the authorization of production was not requested',
      'no window was proposed for production',
    );
    expect(given.decision).toMatchObject({
      refused: [
        { rule: 1, from: 'cio' },
        { rule: 3, from: 'cio' },
        { rule: 1, from: 'cio' },
        { rule: 1, from: 'cio' },
      ],
    });
  });

  it.each([
    [
      'requested only',
      [requested()],
      'the authorization of production was requested and is not granted',
    ],
    ['denied', [requested(), denied()], 'production was denied: not today'],
  ])('is refused while the authorization is %s', (_, authorization, sentence) =>
    environments(upTo('staging'), authorization, windowProposed(), windowConfirmed())
      .when(apply('production'))
      .thenRefused(sentence),
  );

  it('is refused while the window is not confirmed, or lapsed', () => {
    const yes = [...upTo('staging'), requested(), authorized()];
    environments(yes, windowProposed())
      .when(apply('production'))
      .thenRefused('the window for production is not confirmed');
    environments(yes, windowProposed(), windowLapsed())
      .when(apply('production'))
      .thenRefused('the window that ended at 2026-03-02T17:00:00.000Z lapsed; propose another');
  });

  it('is refused before the window opens, and from its end on', () => {
    environments(cleared)
      .when(at('08:59:59.999', apply('production')))
      .thenRefused('the window opens at 2026-03-02T09:00:00.000Z');
    environments(cleared)
      .when(at('09:00', apply('production')))
      .thenHappens(ordered('production'));
    environments(cleared)
      .when(at('17:00', apply('production')))
      .thenRefused('the window ended at 2026-03-02T17:00:00.000Z; propose another');
  });

  it('is refused where staging does not show what affects behaviour, by rule 3', () =>
    environments(agreed(['production']), clearance)
      .when(apply('production'))
      .thenRefusedBy(
        'staging-shows-configuration',
        'staging does not show what production would get in LIMIT; apply it in staging first',
      ));

  it('is given for production alone where it gets what staging shows', () =>
    environments(
      ...[mirrored, observed('staging', raised, { count: 2 }), found(driftOf('LIMIT', 'staging'))],
      ...[proposed(['production']), confirmed(), reviewed(), clearance],
    )
      .when(apply('production'))
      .thenHappens(ordered('production')));
});

describe('the report of an application', () => {
  const isOrdered = [...agreed(), ordered('dev')];

  it('is a deployer’s, whether it was applied or failed', () => {
    environments(isOrdered).when(reportApplication('dev')).thenHappens(applied('dev'));
    environments(isOrdered).when(reportApplication('dev', 'failed')).thenHappens(failed('dev'));
  });

  it('is on record once', () => {
    environments(isOrdered, applied('dev')).when(reportApplication('dev')).thenNothing();
    environments(upTo('dev')).when(reportApplication('dev')).thenNothing();
    environments(isOrdered, failed('dev')).when(reportApplication('dev', 'failed')).thenNothing();
  });

  it('stands', () =>
    environments(isOrdered, applied('dev'))
      .when(reportApplication('dev', 'failed'))
      .thenRefused('the application in dev was reported as applied'));

  it('answers an order', () =>
    environments(agreed())
      .when(reportApplication('dev'))
      .thenRefused('nobody ordered the application of this change in dev'));

  it('rests on evidence', () =>
    environments(isOrdered)
      .when(reportApplication('dev', 'applied', {}))
      .thenRefused('a report rests on evidence: a link, a digest or a note'));

  it('comes too late when the change goes back', () =>
    environments(isOrdered, reversalOrdered('dev'))
      .when(reportApplication('dev'))
      .thenRefused('this configuration change is being reverted'));

  it('is not a cio’s', () =>
    environments(isOrdered)
      .when(as('cio', reportApplication('dev')))
      .thenRefused('this is for deployer, not for cio'));
});
