import { entriesMax } from '@roadbook/decider';
import { at, time } from '../acts.fixture.js';
import { notesCompiled, planned } from '../release/history.fixture.js';
import { compileNotes } from '../release/orders.fixture.js';
import { requested } from '../release/promotion.fixture.js';
import { authorized, cleared, release } from '../release/release.fixture.js';
import type { KnownIssuesAnswer } from './source.js';

const cutOff = {
  issue: 'Invoices are cut off',
  severity: 'minor',
  workaround: 'Split the order',
  targetFix: '1.4.1',
};
const slow = { ...cutOff, issue: 'Search is slow', workaround: 'wait' };
const drawn = { ...cutOff, entry: 'entry-1' };

const knows = (more: Partial<KnownIssuesAnswer> = {}) => ({
  known: { askedAt: time('10:00'), knownIssues: [drawn], context: [], ...more },
});
const draw = (...knownIssues: (typeof cutOff)[]) =>
  compileNotes({ knownIssues, fromKnowledgeBase: true });

describe('release notes', () => {
  it('copy the known issues of the knowledge base, with the entries that they come from', () =>
    release(planned())
      .amid(knows())
      .when(draw())
      .thenHappens(notesCompiled({ knownIssues: [drawn] })));

  it('name what is worth reading beside them', () => {
    const context = [{ entry: 'entry-2', title: 'Why invoices are numbered by year' }];
    release(planned())
      .amid(knows({ context }))
      .when(draw())
      .thenHappens(notesCompiled({ knownIssues: [drawn], context }));
  });

  it('have what the cio gives first, in whose words the same issue is told', () => {
    const inOtherWords = { ...cutOff, workaround: 'Order twice' };
    release(planned())
      .amid(knows())
      .when(draw(slow))
      .thenHappens(notesCompiled({ knownIssues: [slow, drawn] }));
    release(planned())
      .amid(knows())
      .when(draw(inOtherWords))
      .thenHappens(notesCompiled({ knownIssues: [inOtherWords] }));
  });

  it('take as many as a message about them takes', () => {
    const given = Array.from({ length: entriesMax }, (_, number) => ({
      ...slow,
      issue: `issue ${String(number)}`,
    }));
    release(planned())
      .amid(knows())
      .when(draw(...given))
      .thenHappens(notesCompiled({ knownIssues: given }));
  });

  it('are not compiled when the knowledge base did not answer', () => {
    const unanswered =
      'the knowledge base did not answer, so the known issues are not known; try again, or compile the notes from what you give alone with "fromKnowledgeBase": false';
    release(planned()).when(draw(slow)).thenRefusedBy('knowledge-base-answered', unanswered);
    release(planned(), notesCompiled())
      .when(draw())
      .thenRefusedBy('knowledge-base-answered', unanswered);
  });

  it('rest on an answer for 10 s from its asking', () => {
    const asked = (askedAt: string) =>
      release(planned()).amid(knows({ askedAt })).when(at('10:00:10', draw()));
    asked(time('10:00:00')).thenTypes('ReleaseNotesCompiled');
    asked(time('09:59:59.999')).thenRefusedBy(
      'knowledge-base-answered',
      'the knowledge base was asked more than 10 s ago; try again',
    );
  });

  it('are compiled without the knowledge base where the cio says so', () =>
    release(planned())
      .amid(knows())
      .when(compileNotes({ knownIssues: [slow] }))
      .thenHappens(notesCompiled({ knownIssues: [slow] })));

  it('are compiled anew when the knowledge base knows more, and only then', () => {
    const stand = notesCompiled({ knownIssues: [drawn] });
    const superseding = { ...drawn, entry: 'entry-3' };
    release(...authorized, stand)
      .amid(knows({ knownIssues: [superseding] }))
      .when(draw())
      .thenNothing();
    release(planned(), stand)
      .amid(knows({ knownIssues: [] }))
      .when(draw())
      .thenHappens(notesCompiled());
  });

  it('are fixed from the start of production on, whatever the knowledge base says', () =>
    release(...cleared, requested('production'))
      .when(draw())
      .thenRefusedBy(
        'production-not-started',
        'the promotion of 1.4.0 to production has started, so this is fixed; a change is a new version',
      ));
});
