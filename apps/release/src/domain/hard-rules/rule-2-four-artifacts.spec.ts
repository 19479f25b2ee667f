import {
  chosen,
  logPrepared,
  merged,
  notesCompiled,
  planWritten,
  planned,
  retargeted,
  tagged,
  ticket,
  tickets,
} from '../release/history.fixture.js';
import { requestAuthorization, requestDeployment } from '../release/orders.fixture.js';
import { documented, holding, proved, ready, release } from '../release/release.fixture.js';

const toDev = requestDeployment('dev');

describe('rule 2: four artifacts', () => {
  const fixed = tickets[1]!;
  const others = documented.filter((_, index) => index > 0);

  it.each<[string, string, ReturnType<typeof release>]>([
    [
      'version-tagged',
      'the version tag v1.4.0 is not applied to this candidate',
      release(...ready, chosen('f00d', 'c0ffee')),
    ],
    [
      'notes-compiled',
      'the release notes are not compiled',
      release(planned(), merged(), ...proved, ...others),
    ],
    [
      'notes-compiled',
      '1.4.0 is planned as a breaking release, so its notes list at least one breaking change with its migration',
      release(planned({ breaking: true }), merged(), ...proved, ...documented),
    ],
    [
      'notes-compiled',
      'the release notes were compiled from other tickets than those targeted now',
      release(...ready, retargeted(ticket('T-1'), ticket('T-3'))),
    ],
    [
      'notes-compiled',
      'the release notes show another title or type than is targeted now: T-1; compile them anew',
      release(...ready, retargeted(ticket('T-1', { title: 'Another title' }), fixed)),
    ],
    [
      'notes-compiled',
      'the release notes show another title or type than is targeted now: T-2; compile them anew',
      release(...ready, retargeted(ticket('T-1'), { ...fixed, type: 'enhancement' })),
    ],
    ['rollback-plan-documented', 'no rollback plan is written', release(planned(), ...proved)],
    [
      'deployment-log-prepared',
      'the deployment log is not prepared for this candidate',
      release(...ready, chosen('f00d', 'c0ffee')),
    ],
    [
      'deployment-log-prepared',
      'the deployment log was prepared with another rollback plan',
      release(...ready, planWritten('plan-2')),
    ],
    [
      'deployment-log-prepared',
      'the deployment log was prepared with other tickets than those targeted now',
      release(...ready, retargeted(ticket('T-1'))),
    ],
  ])('one missing, nothing deploys: %s: %s', (id, sentence, given) =>
    given.amid(holding('dev')).when(toDev).thenRefusedBy(id, sentence),
  );

  it('leaves the words of the cio as they are when only the title changes that they stand in for', () => {
    const whatsNew = [
      { ticket: 'T-1', description: 'Pay faster', type: 'feature' },
      { ticket: 'T-2', description: 'Title of T-2', type: 'fix' },
    ] as const;
    const retitled = retargeted(ticket('T-1', { title: 'Another title' }), fixed);
    release(planned(), merged(), ...proved, ...others, notesCompiled({ whatsNew }), retitled)
      .when(requestAuthorization('promotion'))
      .thenTypes('PromotionAuthorizationRequested', 'ReleasePrepared');
  });

  it('takes the tickets in any order', () =>
    release(
      planned(),
      merged(),
      ...proved,
      ...others,
      notesCompiled(),
      tagged(),
      logPrepared({ tickets: ['T-2', 'T-1'] }),
    )
      .when(requestAuthorization('promotion'))
      .thenTypes('PromotionAuthorizationRequested', 'ReleasePrepared'));
});
