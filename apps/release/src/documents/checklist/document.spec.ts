import type { Answer, Recorded } from '@roadbook/decider';
import { missing, met } from '@roadbook/decider';
import type { ChecklistItem } from '../../domain/checklist.js';
import { checklist } from '../../domain/checklist.js';
import { noParityAnswer, noPipelineAnswer } from '../../domain/environment-answers/answers.js';
import { emptyRoad } from '../../domain/road/road.js';
import { evolveRelease } from '../../domain/release/evolve.js';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { unplanned } from '../../domain/release/state.js';
import { itemBoxes, itemsOf } from './items.js';
import { notesMarkdown } from './notes.js';
import { shownPlan } from './plan.js';
import { itemText } from './texts.js';

const releasePlanned: Recorded<ReleaseEvent> = {
  type: 'ReleasePlanned',
  data: { project: 'web', version: '1.0.0', kind: 'standard', breaking: false, tickets: [] },
  id: 'event-0',
  revision: 0,
  recordedAt: '2026-03-02T08:00:00.000Z',
  actor: 'cio',
  role: 'cio',
  commandId: 'command-0',
};

const item = (state: ChecklistItem['state'], ...answers: Answer[]): ChecklistItem => ({
  id: 'parity',
  section: 'Pre-Release Verification',
  state,
  answers,
});

const shown = (one: ChecklistItem) => itemsOf('Pre-Release Verification', [one], '1.0.0')[0]!;

describe('an item of the checklist', () => {
  it('has the words of the layout for every item of the domain', () => {
    const release = evolveRelease(unplanned, releasePlanned);
    if (release.situation === 'unplanned') throw new Error('it was planned');
    const surroundings = {
      road: emptyRoad,
      parity: noParityAnswer,
      pipeline: noPipelineAnswer,
      deadlines: { deploymentMs: 0, verificationMs: 0 },
    };
    const items = checklist({ release, surroundings, at: '2026-03-02T08:00:00.000Z' });
    expect(items).toHaveLength(13);
    expect(items.filter(({ id }) => itemText(id, '1.0.0') === id)).toStrictEqual([]);
  });

  it('names the events that show it, and what is a risk', () => {
    const answers = [{ id: 'parity-verified', finding: met('event-1', 'qa drifts') }];
    expect(shown(item('met', ...answers))).toStrictEqual({
      id: 'parity',
      text: 'Environment parity verified: staging mirrors production',
      state: 'met',
      evidence: ['event-1'],
      missing: [],
      risks: ['qa drifts'],
    });
  });

  it('says what is missing, and who can supply it', () => {
    const answers: Answer[] = [
      { id: 'parity-verified', from: 'cio', finding: missing('parity was not checked') },
      { id: 'other', finding: missing('nobody can help') },
    ];
    expect(shown(item('open', ...answers)).missing).toStrictEqual([
      { condition: 'parity-verified', missing: 'parity was not checked', from: 'cio' },
      { condition: 'other', missing: 'nobody can help', from: null },
    ]);
  });

  it('misses nothing when it does not apply, and its box is ticked', () => {
    const exempt = shown(item('not-applicable', { id: 'one', finding: missing('nothing') }));
    expect(exempt.missing).toStrictEqual([]);
    expect(itemBoxes([exempt]).map(({ source }) => source)).toStrictEqual([
      '- [x] Environment parity verified: staging mirrors production — not applicable',
    ]);
  });
});

describe('the breaking changes of the notes', () => {
  const none = { whatsNew: [], knownIssues: [], breakingChanges: [], migrationNotes: [] };
  const compiledAt = '2026-03-02T08:00:00.000Z';
  const section = (more: Partial<typeof none> | object) =>
    notesMarkdown('1.0.0', { ...none, ...more, compiledAt }).source.split(
      '#### Breaking Changes\n',
    )[1];

  it('are None', () => {
    expect(section({})).toBe('None');
  });

  it('are None with migration notes below', () => {
    expect(section({ migrationNotes: ['run it', '- twice'] })).toBe(
      'None\n\n- run it\n- \\- twice',
    );
  });

  it('are a list, each with its migration', () => {
    const breakingChanges = [{ change: 'no v1', migration: 'use v2' }];
    expect(section({ breakingChanges })).toBe('- no v1 — migration: use v2');
  });

  it('are apart from further migration notes', () => {
    const breakingChanges = [{ change: 'no v1', migration: 'use v2' }];
    expect(section({ breakingChanges, migrationNotes: ['run it'] })).toBe(
      '- no v1 — migration: use v2\n\nMigration notes:\n\n- run it',
    );
  });
});

describe('the rollback plan of the checklist', () => {
  const step = { action: 'a', command: 'c', expected: 'e', estimateSeconds: 61 };
  const plan = {
    method: 'git revert',
    steps: [step],
    verification: { ...step, estimateSeconds: 60 },
    validForHours: 24,
  } as const;
  const rehearsed = (finding: Answer['finding']) => [
    item('met', { id: 'rollback-plan-rehearsed', finding }),
  ];

  it('estimates in whole minutes, rounded up, with the verification', () => {
    const { estimateSeconds, estimateMinutes } = shownPlan(plan, [], null);
    expect([estimateSeconds, estimateMinutes]).toStrictEqual([121, 3]);
  });

  it('is tested when the checklist says so, at the time of the rehearsal', () => {
    const at = '2026-03-02T08:00:00.000Z';
    expect(shownPlan(plan, rehearsed(met('event-1')), at).tested).toStrictEqual({
      at,
      blockedBy: null,
    });
  });

  it('is not tested by a rehearsal that does not count', () => {
    const items = rehearsed(missing('the rollback plan has changed since it was rehearsed'));
    expect(shownPlan(plan, items, '2026-03-02T08:00:00.000Z').tested).toStrictEqual({
      at: null,
      blockedBy: 'the rollback plan has changed since it was rehearsed',
    });
  });
});
