import { as, by } from '../acts.fixture.js';
import {
  candidate,
  chosen,
  logPrepared,
  notesCompiled,
  planReviewed,
  planStep,
  planWritten,
  planned,
  retargeted,
  tagged,
  tickets,
  withdrawn,
} from './history.fixture.js';
import {
  compileNotes,
  prepareDeploymentLog,
  reviewRollbackPlan,
  tagVersion,
  writeRollbackPlan,
} from './orders.fixture.js';
import { requested, voided } from './promotion.fixture.js';
import { authorized, cleared, release, standing } from './release.fixture.js';

const fixed =
  'the promotion of 1.4.0 to production has started, so this is fixed; a change is a new version';

describe('compiling the release notes', () => {
  it('list a breaking change where the release is planned as a breaking one', () => {
    const breaking = planned({ breaking: true });
    const breakingChanges = [{ change: 'amounts are cents', migration: 'divide by 100' }];
    release(breaking)
      .when(compileNotes())
      .thenRefusedBy(
        'breaking-change-noted',
        '1.4.0 is planned as a breaking release, so its notes list at least one breaking change with its migration',
      );
    release(breaking)
      .when(compileNotes({ breakingChanges }))
      .thenHappens(notesCompiled({ breakingChanges }));
  });

  it('tells what is new from the targeted tickets, in the words of the cio where there are some', () => {
    release(planned()).when(compileNotes()).thenHappens(notesCompiled());
    release(planned())
      .when(compileNotes({ descriptions: { 'T-2': 'Sign in with a key' } }))
      .thenHappens(
        notesCompiled({
          whatsNew: [
            { ticket: 'T-1', description: 'Title of T-1', type: 'feature' },
            { ticket: 'T-2', description: 'Sign in with a key', type: 'fix' },
          ],
        }),
      );
  });

  it('is silent when they say the same', () =>
    release(planned(), notesCompiled()).when(compileNotes()).thenNothing());

  it('may keep the old title of a ticket in the words of the cio', () => {
    const retitled = [{ ...tickets[0]!, title: 'Another title' }, tickets[1]!];
    const descriptions = { 'T-1': 'Title of T-1' };
    const told = release(planned(), notesCompiled(), retargeted(...retitled));
    told.when(compileNotes({ descriptions })).thenHappens(notesCompiled());
    release(planned(), notesCompiled(), retargeted(...retitled), notesCompiled())
      .when(compileNotes({ descriptions }))
      .thenNothing();
  });

  it('voids the authorizations when they change', () => {
    const migrationNotes = ['run the migration'];
    release(...authorized)
      .when(compileNotes({ migrationNotes }))
      .thenHappens(notesCompiled({ migrationNotes }), voided('the release notes were changed'));
  });

  it('describes no ticket that is not targeted', () =>
    release(planned())
      .when(compileNotes({ descriptions: { 'T-3': 'something else' } }))
      .thenRefusedBy('tickets-targeted', 'not targeted by this release: T-3'));

  it('names a breaking change only in a higher major version', () =>
    release(planned())
      .amid(standing('1.3.0'))
      .when(compileNotes({ breakingChanges: [{ change: 'moved', migration: 'move' }] }))
      .thenRefusedBy(
        'breaking-change-version',
        'a breaking change needs a higher major version than 1.3.0, which stands in production (below 1.0.0: a higher minor); 1.4.0 is not',
      ));

  it('is refused once the promotion to production has started', () =>
    release(...cleared, requested('production'))
      .when(compileNotes({ migrationNotes: ['run the migration'] }))
      .thenRefusedBy('production-not-started', fixed));
});

describe('writing a rollback plan', () => {
  const vague = (step: number) =>
    `step ${String(step)} of the rollback plan needs an action, an exact command or runbook link, and an expected result; a placeholder is none`;

  it('is accepted with specific steps and a verification', () =>
    release(planned()).when(writeRollbackPlan()).thenHappens(planWritten()));

  it('is silent for the same plan, by its digest', () =>
    release(planned(), planWritten()).when(writeRollbackPlan()).thenNothing());

  it('voids the authorizations when it changes', () =>
    release(...authorized)
      .when(writeRollbackPlan('plan-2'))
      .thenHappens(planWritten('plan-2'), voided('the rollback plan was changed')));

  it('needs a step besides its verification', () =>
    release(planned())
      .when(writeRollbackPlan('plan-1', { steps: [] }))
      .thenRefusedBy(
        'plan-has-steps',
        'the rollback plan needs at least one step besides its verification',
      ));

  it.each(['', '  ', 'tbd', 'TODO', 'n/a', 'N/A.', 'TBD - later', '<tbd>', 'todo: write'])(
    'refuses "%s" in place of words',
    (text) => {
      for (const words of [{ action: text }, { command: text }, { expected: text }]) {
        release(planned())
          .when(writeRollbackPlan('plan-1', { steps: [planStep(), planStep(words)] }))
          .thenRefusedBy('plan-specific', vague(2));
        release(planned())
          .when(writeRollbackPlan('plan-1', { verification: planStep(words) }))
          .thenRefusedBy('plan-specific', vague(2));
      }
    },
  );

  it('is estimated at under ten minutes, its verification included', () => {
    const estimated = (estimateSeconds: number) =>
      release(planned()).when(
        writeRollbackPlan('plan-1', { steps: [planStep({ estimateSeconds })] }),
      );
    estimated(540).thenRefusedBy(
      'plan-under-ten-minutes',
      'the estimates of the rollback plan sum to 600 s; it has to be under 600 s',
    );
    estimated(539).thenTypes('RollbackPlanWritten');
  });

  it('is refused once the promotion to production has started', () =>
    release(...cleared, requested('production'))
      .when(writeRollbackPlan('plan-2'))
      .thenRefusedBy('production-not-started', fixed));
});

describe('reviewing a rollback plan', () => {
  const written = [planned(), planWritten()];

  it('passes it, or not, and a later verdict replaces an earlier one', () => {
    release(...written)
      .when(reviewRollbackPlan())
      .thenHappens(planReviewed());
    release(...written, planReviewed())
      .when(reviewRollbackPlan('failed'))
      .thenHappens(planReviewed('failed'));
  });

  it('is silent for the verdict that stands', () =>
    release(...written, planReviewed())
      .when(reviewRollbackPlan())
      .thenNothing());

  it('is about the plan that stands', () => {
    release(planned())
      .when(reviewRollbackPlan())
      .thenRefusedBy('plan-current', 'no rollback plan is written');
    release(...written)
      .when(reviewRollbackPlan('passed', 'plan-2'))
      .thenRefusedBy('plan-current', 'this is about another plan than the one that stands, plan-1');
  });

  it('is never done by whoever wrote it', () =>
    release(planned(), by('jo', planWritten()))
      .when(by('jo', reviewRollbackPlan()))
      .thenRefusedBy('reviewer-did-not-write', 'nobody reviews the rollback plan that they wrote'));
});

describe('tagging the version', () => {
  it('is done on the commit of the candidate', () =>
    release(planned(), chosen()).when(tagVersion()).thenHappens(tagged()));

  it('is silent when it is tagged, and done anew for a new candidate', () => {
    release(planned(), chosen(), tagged()).when(tagVersion()).thenNothing();
    release(planned(), chosen(), tagged(), chosen('f00d', candidate))
      .when(tagVersion('f00d'))
      .thenHappens(tagged('f00d'));
  });

  it('refuses another commit', () => {
    release(planned())
      .when(tagVersion())
      .thenRefusedBy('candidate-current', 'no candidate was chosen for this release');
    release(planned(), chosen())
      .when(tagVersion('f00d'))
      .thenRefusedBy(
        'candidate-current',
        'this is about another commit than the candidate, c0ffee',
      );
  });

  it('refuses a version that another has overtaken', () =>
    release(planned(), chosen())
      .amid(standing('1.5.0'))
      .when(tagVersion())
      .thenRefusedBy(
        'version-higher',
        '1.5.0 has already started its promotion to production; a version never goes back, so plan one above 1.5.0',
      ));

  it('is for the cio', () =>
    release(planned(), chosen())
      .when(as('deployer', tagVersion()))
      .thenRefusedBy('role-permitted', 'this is for cio, not for deployer'));
});

describe('preparing the deployment log', () => {
  const documented = [planned(), chosen(), planWritten()];

  it('holds version, candidate, tickets and plan', () =>
    release(...documented)
      .when(prepareDeploymentLog())
      .thenHappens(logPrepared()));

  it('is silent while they stand, and prepared anew when they change', () => {
    release(...documented, logPrepared())
      .when(prepareDeploymentLog())
      .thenNothing();
    release(...documented, logPrepared(), planWritten('plan-2'))
      .when(prepareDeploymentLog())
      .thenHappens(logPrepared({ plan: 'plan-2' }));
    release(...documented, logPrepared(), retargeted(tickets[0]!))
      .when(prepareDeploymentLog())
      .thenHappens(logPrepared({ tickets: ['T-1'] }));
  });

  it('waits for the candidate and the plan', () => {
    release(planned(), planWritten())
      .when(prepareDeploymentLog())
      .thenRefused('no candidate was chosen for this release');
    release(planned(), chosen())
      .when(prepareDeploymentLog())
      .thenRefusedBy('rollback-plan-documented', 'no rollback plan is written');
  });

  it('is of no use for a release that is withdrawn', () =>
    release(...documented, withdrawn())
      .when(prepareDeploymentLog())
      .thenRefused('1.4.0 was withdrawn'));
});
