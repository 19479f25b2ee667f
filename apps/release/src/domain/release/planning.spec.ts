import { emptyRoad } from '../road/road.js';
import {
  merged,
  planned,
  retargeted,
  ticket,
  tickets,
  widened,
  withdrawn,
} from './history.fixture.js';
import {
  planRelease,
  reportMerge,
  retargetTickets,
  widenSecurityScope,
  withdrawRelease,
} from './orders.fixture.js';
import { deploymentWithdrawn, ended, logClosed, requested } from './promotion.fixture.js';
import {
  authorized,
  cleared,
  deploying,
  live,
  registered,
  release,
  standing,
  verifying,
} from './release.fixture.js';

describe('planning a release', () => {
  it('is accepted for a version that is higher than all that started', () =>
    release().amid(standing('1.3.9')).when(planRelease()).thenHappens(planned()));

  it('is silent when the same was planned before', () =>
    release(planned()).when(planRelease()).thenNothing());

  it('is silent for tickets in any order of their ids', () => {
    const backwards = { tickets: [ticket('10'), ticket('9')] };
    release(planned(backwards)).when(planRelease(backwards)).thenNothing();
  });

  it('never changes the kind of a planned release', () =>
    release(planned())
      .when(planRelease({ kind: 'hotfix' }))
      .thenRefusedBy(
        'release-new',
        "1.4.0 is already planned; its kind can't change, its tickets can be retargeted",
      ));

  it('is final for a version that was withdrawn, planned alike or otherwise', () => {
    const final = '1.4.0 was withdrawn, which is final; plan another version';
    for (const again of [planRelease(), planRelease({ kind: 'hotfix' })])
      release(planned(), withdrawn()).when(again).thenRefusedBy('release-new', final);
  });

  it.each(['v1.4.0', '1.4.0+build.7', '1.4', '01.4.0', 'latest', ''])('refuses %s', (text) =>
    release()
      .when(planRelease({ version: text }))
      .thenRefusedBy(
        'version-well-formed',
        `${text} is not a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v and without build metadata`,
      ),
  );

  it('refuses a release without tickets', () =>
    release()
      .when(planRelease({ tickets: [] }))
      .thenRefusedBy('tickets-named', 'a release targets at least one ticket'));

  it('refuses a ticket that is named twice', () =>
    release()
      .when(planRelease({ tickets: [ticket('T-1'), ticket('T-2'), ticket('T-1')] }))
      .thenRefused('ticket T-1 is named twice'));

  it('refuses a project that is not registered', () =>
    release()
      .amid({ road: emptyRoad })
      .when(planRelease())
      .thenRefusedBy('project-registered', 'this project is not registered'));

  it('refuses a version below one whose promotion to production started, rolled back or not', () =>
    release()
      .amid({ road: { ...registered, highestStarted: '1.5.0' } })
      .when(planRelease())
      .thenRefusedBy(
        'version-higher',
        '1.5.0 has already started its promotion to production; a version never goes back, so plan one above 1.5.0',
      ));

  it('lets a version overtake a higher one that is still on its way', () =>
    release()
      .amid({ road: { ...registered, highestStarted: '1.3.0' } })
      .when(planRelease({ version: '1.3.1' }))
      .thenTypes('ReleasePlanned'));

  it('refuses a breaking change without a higher major version', () =>
    release()
      .amid(standing('1.3.9'))
      .when(planRelease({ breaking: true }))
      .thenRefusedBy(
        'breaking-change-version',
        'a breaking change needs a higher major version than 1.3.9, which stands in production (below 1.0.0: a higher minor); 1.4.0 is not',
      ));
});

describe('planning a hotfix', () => {
  it('is accepted as a higher patch of what stands in production', () =>
    release()
      .amid(standing('1.3.9'))
      .when(planRelease({ version: '1.3.10', kind: 'hotfix' }))
      .thenTypes('ReleasePlanned'));

  it('refuses what is no patch of what stands in production', () =>
    release()
      .amid(standing('1.3.9'))
      .when(planRelease({ kind: 'hotfix' }))
      .thenRefusedBy(
        'hotfix-patches-production',
        'a hotfix is a higher patch of 1.3.9, which stands in production; 1.4.0 is not',
      ));

  it('refuses where nothing stands in production', () =>
    release()
      .when(planRelease({ kind: 'hotfix' }))
      .thenRefused('nothing stands in production, so there is nothing that a hotfix could patch'));
});

describe('retargeting tickets', () => {
  const others = [ticket('T-1'), ticket('T-3')];

  it('replaces the list', () =>
    release(planned())
      .when(retargetTickets(...others))
      .thenHappens(retargeted(...others)));

  it('is silent when nothing changes', () =>
    release(planned())
      .when(retargetTickets(...tickets))
      .thenNothing());

  it('refuses an empty list', () =>
    release(planned())
      .when(retargetTickets())
      .thenRefused('a release targets at least one ticket'));

  it('is refused once production has started', () =>
    release(...cleared, requested('production'))
      .when(retargetTickets(...others))
      .thenRefusedBy(
        'production-not-started',
        'the promotion of 1.4.0 to production has started, so this is fixed; a change is a new version',
      ));

  it('is refused for a release that is live', () =>
    release(...live)
      .when(retargetTickets(...others))
      .thenRefusedBy(
        'release-on-the-road',
        '1.4.0 is verified in production; what changes from here is a new version',
      ));

  it('never narrows a scope that the cso widened, as it was declared and as it was widened', () => {
    const declared = ticket('T-2', { securityScope: ['auth'] });
    release(planned({ tickets: [declared] }), widened('T-2', 'pii'))
      .when(retargetTickets(ticket('T-2', { title: 'Another title' })))
      .thenHappens(
        retargeted(ticket('T-2', { title: 'Another title', securityScope: ['auth', 'pii'] })),
      );
  });

  it('remembers the widened scope of a ticket that was away', () =>
    release(planned(), widened('T-2', 'pii'), retargeted(ticket('T-1')))
      .when(retargetTickets(ticket('T-1'), ticket('T-2')))
      .thenHappens(retargeted(ticket('T-1'), ticket('T-2', { securityScope: ['auth', 'pii'] }))));

  it('is silent when only the widening tells the list from the one that stands', () =>
    release(planned(), widened('T-2', 'pii'))
      .when(retargetTickets(...tickets))
      .thenNothing());

  it('may narrow a scope that nobody widened', () => {
    const narrow = ticket('T-2', { ui: true });
    release(planned())
      .when(retargetTickets(ticket('T-1'), narrow))
      .thenHappens(retargeted(ticket('T-1'), narrow));
  });
});

describe('widening a security scope', () => {
  it('adds the areas that are new', () =>
    release(planned())
      .when(widenSecurityScope('T-2', 'auth', 'pii'))
      .thenHappens(widened('T-2', 'pii')));

  it('is silent when nothing is new', () =>
    release(planned()).when(widenSecurityScope('T-2', 'auth')).thenNothing());

  it.each(['T-3', 'constructor'])('refuses %s, which is not targeted', (id) =>
    release(planned())
      .when(widenSecurityScope(id, 'auth'))
      .thenRefusedBy('tickets-targeted', `not targeted by this release: ${id}`),
  );
});

describe('reporting a merge', () => {
  it('records the tickets that were not merged yet', () =>
    release(planned(), merged('T-1')).when(reportMerge()).thenHappens(merged('T-2')));

  it('is silent for what was merged before, however late', () =>
    release(...live)
      .when(reportMerge())
      .thenNothing());

  it('refuses tickets that are not targeted', () =>
    release(planned())
      .when(reportMerge('T-1', 'T-8', 'T-9'))
      .thenRefused('not targeted by this release: T-8, T-9'));

  it('names ten of many tickets that are not targeted', () => {
    const strange = Array.from({ length: 12 }, (_, index) => `X-${String(index)}`);
    release(planned())
      .when(reportMerge(...strange))
      .thenRefused(
        'not targeted by this release: X-0, X-1, X-2, X-3, X-4, X-5, X-6, X-7, X-8, X-9 and 2 more',
      );
  });
});

describe('withdrawing a release', () => {
  it('is final', () => {
    release(planned()).when(withdrawRelease()).thenHappens(withdrawn());
    release(planned(), withdrawn()).when(reportMerge()).thenRefused('1.4.0 was withdrawn');
  });

  it('is silent when it was withdrawn before', () =>
    release(planned(), withdrawn()).when(withdrawRelease('once more')).thenNothing());

  it('closes the log and withdraws a request that nobody has taken up', () =>
    release(...authorized, requested('dev'))
      .when(withdrawRelease())
      .thenHappens(
        deploymentWithdrawn('dev', 'the release was withdrawn'),
        ended('dev', 'withdrawn', 'requested'),
        withdrawn(),
        logClosed('FAILED'),
      ));

  it('waits for a deployment that a deployer has claimed', () => {
    const running = 'a deployer has claimed the deployment to dev; it runs to its end first';
    release(...authorized, ...deploying('dev'))
      .when(withdrawRelease())
      .thenRefusedBy('nothing-being-deployed', running);
    release(...authorized, ...verifying('dev'))
      .when(withdrawRelease())
      .thenRefused(running);
  });

  it('is refused once a deployer has acted in production', () =>
    release(...cleared, ...deploying('production'), ended('production', 'errored', 'deploying'))
      .when(withdrawRelease())
      .thenRefusedBy(
        'production-untouched',
        'a deployer has acted in production for this release; try the deployment again or roll it back',
      ));

  it('is refused for a release that is live', () =>
    release(...live)
      .when(withdrawRelease())
      .thenRefused('1.4.0 is verified in production; what changes from here is a new version'));
});
