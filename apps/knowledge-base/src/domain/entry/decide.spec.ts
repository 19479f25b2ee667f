import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import { specification } from '@roadbook/decider/acting';
import { eventBytesMax } from '@roadbook/event-store';
import {
  abandon,
  abandoned,
  as,
  origin,
  recorded,
  recordEntry,
  recordHappening,
  strictlyEqual,
  superseded,
  supersede,
} from '../acts.fixture.js';
import { entryDecider } from './decide.js';

const surroundings = { project: { registered: true } };
const entry = specification(entryDecider, { origin, surroundings }, strictlyEqual);
const nowhere = { project: { registered: false } };

describe('writing an entry', () => {
  it('records it as it was written, with its author', () =>
    entry().when(recordEntry()).thenHappens(recorded()));

  it('records which entry it supersedes, and who may see that one', () => {
    const supersedes = { entry: 'older', visibility: 'internal' } as const;
    entry().when(recordEntry({ supersedes })).thenHappens(recorded({ supersedes }));
  });

  it('is silent about an entry that is on record', () =>
    entry(recorded()).when(recordEntry()).thenNothing());

  it('goes on where the entry was superseded before it came', () =>
    entry(superseded('newer')).when(recordEntry()).thenHappens(recorded()));

  const readers: readonly Role[] = ['auditor', 'client'];
  const writers = roles.filter((role) => role !== 'system' && !readers.includes(role));

  it.each(writers)('is for the %s', (role) =>
    entry()
      .when(as(role, recordEntry()))
      .thenHappens(recorded({ author: { actor: 'ines', role } })),
  );

  it.each([...readers, 'system'] as const)('is not for the %s', (role) =>
    entry()
      .when(as(role, recordEntry()))
      .thenRefusedBy(
        'role-permitted-on-entry',
        `this is for orchestrator or cio or cto or cqo or cdo or cso or cpo or cco or deployer, not for ${role}`,
      ),
  );

  it('is refused for a project that nobody registered', () =>
    entry()
      .amid(nowhere)
      .when(recordEntry())
      .thenRefusedBy('project-registered', 'this project is not registered'));

  it('is refused without a title or content', () =>
    entry()
      .when(recordEntry({ title: ' ', content: '\n' }))
      .thenRefusedBy('texts-there', 'an entry needs a title and a content'));

  it('takes texts up to their limits, and names each that is longer', () => {
    const longest = {
      title: 't'.repeat(300),
      context: 'c'.repeat(4_000),
      content: 'c'.repeat(40_000),
      outcome: 'o'.repeat(4_000),
      impact: 'i'.repeat(4_000),
      version: 'v'.repeat(64),
      knownIssue: {
        severity: 's'.repeat(64),
        workaround: 'w'.repeat(300),
        targetFix: 't'.repeat(64),
      },
    };
    entry().when(recordEntry(longest)).thenHappens(recorded(longest));
    entry()
      .when(
        recordEntry({
          title: `${longest.title}t`,
          context: `${longest.context}c`,
          content: `${longest.content}c`,
          outcome: `${longest.outcome}o`,
          impact: `${longest.impact}i`,
          version: `${longest.version}v`,
          knownIssue: {
            severity: `${longest.knownIssue.severity}s`,
            workaround: `${longest.knownIssue.workaround}w`,
            targetFix: `${longest.knownIssue.targetFix}t`,
          },
        }),
      )
      .thenRefusedBy(
        'texts-fit',
        'title has at most 300 characters; context has at most 4000 characters; content has at most 40000 characters; ' +
          'outcome has at most 4000 characters; impact has at most 4000 characters; severity has at most 64 characters; ' +
          'workaround has at most 300 characters; targetFix has at most 64 characters; version has at most 64 characters',
      );
  });

  it('takes as many characters of any alphabet, which all fit into one event', () => {
    const longest = {
      title: '🛣'.repeat(300),
      context: '🛣'.repeat(4_000),
      content: '🛣'.repeat(40_000),
      outcome: '🛣'.repeat(4_000),
      impact: '🛣'.repeat(4_000),
    };
    entry().when(recordEntry(longest)).thenHappens(recorded(longest));
    expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThan(eventBytesMax * 0.9);
    entry()
      .when(recordEntry({ title: `${longest.title}🛣` }))
      .thenRefusedBy('texts-fit', 'title has at most 300 characters');
  });

  it('can make a known issue of a risk or a blocker', () => {
    entry()
      .when(recordEntry({ type: 'blocker' }))
      .thenHappens(recorded({ type: 'blocker' }));
    entry()
      .when(recordEntry({ type: 'decision', knownIssue: null }))
      .thenHappens(recorded({ type: 'decision', knownIssue: null }));
  });

  it('can make a known issue of nothing else', () =>
    entry()
      .when(recordEntry({ type: 'feature' }))
      .thenRefusedBy(
        'known-issue-on-issue',
        'only a risk or a blocker can be a known issue, not a feature',
      ));

  it('is refused where it was given up for another one', () =>
    entry(abandoned)
      .when(recordEntry())
      .thenRefusedBy(
        'entry-not-given-up',
        'recording it took so long that it was given up for another one; write it again, with another Idempotency-Key',
      ));
});

describe('the entry that a happening calls for', () => {
  const composed = {
    form: 'markdown',
    author: { actor: 'ci', role: 'deployer' },
    tells: { happening: 'release-prepared', event: 'event-1' },
  } as const;

  it('is recorded with whose deed it tells', () =>
    entry().when(recordHappening()).thenHappens(recorded(composed)));

  it('is recorded once', () => entry(recorded(composed)).when(recordHappening()).thenNothing());

  it('may be longer than what people write', () => {
    const content = 'c'.repeat(40_001);
    entry()
      .when(recordHappening({ content }))
      .thenHappens(recorded({ ...composed, content }));
  });

  it('is recorded before its project is heard of', () =>
    entry().amid(nowhere).when(recordHappening()).thenHappens(recorded(composed)));

  it('is recorded also where it was superseded before it came', () =>
    entry(superseded('newer')).when(recordHappening()).thenHappens(recorded(composed)));

  it('is written by Roadbook alone', () =>
    entry()
      .when(as('orchestrator', recordHappening()))
      .thenRefusedBy('role-permitted-on-entry', 'this is for system, not for orchestrator'));
});

describe('superseding an entry', () => {
  it('is recorded on it', () =>
    entry(recorded()).when(supersede('newer')).thenHappens(superseded('newer')));

  it('is silent for the entry that supersedes it', () =>
    entry(recorded(), superseded('newer')).when(supersede('newer')).thenNothing());

  it('is done once', () =>
    entry(recorded(), superseded('newer'))
      .when(supersede('another'))
      .thenRefusedBy('superseded-once', 'it was superseded by newer already; supersede that one'));

  it('can be done by another where the first was given up', () => {
    const waiting = entry(recorded(), superseded('lost'));
    waiting.when(supersede('another', 'lost')).thenHappens(superseded('another'));
    waiting
      .when(supersede('another', 'older'))
      .thenRefusedBy('superseded-once', 'it was superseded by lost already; supersede that one');
  });

  it('needs an entry that is there', () => {
    const sentence = 'the project has no entry with the id that is to be superseded';
    entry().when(supersede('newer')).thenRefusedBy('superseded-entry-known', sentence);
    entry(abandoned).when(supersede('newer')).thenRefusedBy('superseded-entry-known', sentence);
  });

  it('comes before the entry where happenings arrive out of order', () =>
    entry()
      .when(as('system', supersede('newer')))
      .thenHappens(superseded('newer')));

  it('is not for those who only read', () =>
    entry(recorded())
      .when(as('client', supersede('newer')))
      .thenRefusedBy(
        'role-permitted-on-entry',
        'this is for orchestrator or cio or cto or cqo or cdo or cso or cpo or cco or deployer or system, not for client',
      ));
});

describe('giving an entry up', () => {
  it('is recorded, so that it can come no more', () =>
    entry().when(abandon).thenHappens(abandoned));

  it('is silent for one that came after all, or was given up', () => {
    entry(recorded()).when(abandon).thenNothing();
    entry(abandoned).when(abandon).thenNothing();
  });
});
