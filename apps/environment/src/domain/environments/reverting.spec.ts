import { as, by } from '../acts.fixture.js';
import {
  agreed,
  applied,
  declaredDrift,
  environments,
  failed,
  found,
  done,
  observed,
  ordered,
  driftOf,
  plain,
  raised,
  resolved,
  reversalFailed,
  reversalOrdered,
  reverted,
  secret,
  upTo,
  wholeReverted,
  withdrawn,
} from './history.fixture.js';
import { report, reportReversal, revert, withdraw } from './orders.fixture.js';

const failedInQa = [...upTo('dev'), ordered('qa'), failed('qa')];
const onTheWayBack = [...failedInQa, reversalOrdered('qa', 'dev')];

describe('the order to revert a configuration change', () => {
  it('goes downwards through every environment in which it was ordered', () => {
    environments(failedInQa).when(revert()).thenHappens(reversalOrdered('qa', 'dev'));
    environments(upTo('staging'))
      .when(revert())
      .thenHappens(reversalOrdered('staging', 'qa', 'dev'));
  });

  it('needs no authorization and no window', () =>
    environments(upTo('staging'), ordered('production'), failed('production'))
      .when(revert())
      .thenHappens(reversalOrdered('production', 'staging', 'qa', 'dev')));

  it('is given once', () => environments(onTheWayBack).when(by('jo', revert())).thenNothing());

  it('is not given where nothing was applied', () =>
    environments(agreed())
      .when(revert())
      .thenRefused('this change was not applied anywhere; withdraw it instead'));

  it('is not given for a change at its end', () =>
    environments(done).when(revert()).thenRefused('this configuration change is completed'));

  it('is for a cio', () =>
    environments(failedInQa).when(as('cto', revert())).thenRefused('this is for cio, not for cto'));
});

describe('the report of a reversal', () => {
  it('comes from the highest environment first', () =>
    environments(onTheWayBack).when(reportReversal('qa')).thenHappens(reverted('qa')));

  it('ends the change with the lowest', () =>
    environments(onTheWayBack, reverted('qa'))
      .when(reportReversal('dev'))
      .thenHappens(reverted('dev'), wholeReverted()));

  it('is refused out of order', () =>
    environments(onTheWayBack)
      .when(reportReversal('dev'))
      .thenRefused('qa is reverted first: a change goes back downwards'));

  it('is on record once', () => {
    environments(onTheWayBack, reverted('qa')).when(reportReversal('qa')).thenNothing();
    environments(onTheWayBack, reverted('qa')).when(reportReversal('qa', 'failed')).thenNothing();
    environments(onTheWayBack, reversalFailed('qa'))
      .when(reportReversal('qa', 'failed'))
      .thenNothing();
  });

  it('can be that it failed, and is tried again', () => {
    environments(onTheWayBack)
      .when(reportReversal('qa', 'failed'))
      .thenHappens(reversalFailed('qa'));
    environments(onTheWayBack, reversalFailed('qa'))
      .when(reportReversal('qa'))
      .thenHappens(reverted('qa'));
    environments(onTheWayBack, reversalFailed('qa'))
      .when(reportReversal('dev'))
      .thenRefused('qa is reverted first: a change goes back downwards');
  });

  it('answers an order, where there was something to revert', () => {
    environments(failedInQa)
      .when(reportReversal('qa'))
      .thenRefused('nobody ordered that this change is reverted');
    environments(onTheWayBack)
      .when(reportReversal('staging'))
      .thenRefused('this change was not applied in staging, so there is nothing to revert');
  });

  it('rests on evidence', () => {
    const { what, origin } = reportReversal('qa');
    const data = { ...what.data, evidence: { note: ' ' } };
    environments(onTheWayBack)
      .when({ what: { ...what, data } as typeof what, origin })
      .thenRefused('a report rests on evidence: a link, a digest or a note');
  });

  it('comes too late for a change that was withdrawn', () =>
    environments(onTheWayBack, withdrawn('dev', 'qa'))
      .when(reportReversal('qa'))
      .thenRefused('this configuration change was withdrawn'));

  it('declares what stood there before, so that anything else is drift', () => {
    const back = [...onTheWayBack, reverted('qa'), reverted('dev'), wholeReverted()];
    environments(back)
      .when(report('dev'))
      .thenHappens(observed('dev', [plain('LIMIT', '10')], { count: 2 }));
    environments(back)
      .when(report('dev', [plain('LIMIT', '20'), secret('TOKEN', 'd1')]))
      .thenHappens(observed('dev', [], { count: 2 }), found(declaredDrift('LIMIT', 'dev')));
  });
});

describe('a configuration change', () => {
  it('is withdrawn before it is applied anywhere', () =>
    environments(agreed()).when(withdraw()).thenHappens(withdrawn()));

  it('stays where it was ordered when it is withdrawn', () => {
    environments(upTo('dev'), ordered('qa')).when(withdraw()).thenHappens(withdrawn('dev', 'qa'));
    environments(onTheWayBack, reverted('qa')).when(withdraw()).thenHappens(withdrawn('dev'));
  });

  it('leaves drift behind, which stands until it is corrected', () => {
    const left = [
      ...[...upTo('staging').slice(0, -1), withdrawn('dev', 'qa', 'staging')],
      observed('staging', raised, { count: 2 }),
    ];
    environments(left)
      .when(report('production', [plain('LIMIT', '20'), secret('TOKEN', 'd1')]))
      .thenHappens(
        observed('production', raised, { count: 2 }),
        resolved(driftOf('LIMIT', 'qa'), driftOf('LIMIT', 'staging')),
      );
  });

  it('is withdrawn once', () => environments(agreed(), withdrawn()).when(withdraw()).thenNothing());

  it('is not withdrawn at its end', () => {
    environments(done).when(withdraw()).thenRefused('this configuration change is completed');
    environments(agreed(), ordered('dev'), applied('dev'), wholeReverted())
      .when(withdraw())
      .thenRefused('this configuration change was reverted');
  });
});
