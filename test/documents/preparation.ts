import type { ReleaseKind } from '../../apps/release/src/domain/environments.js';
import type { ReleaseEvent } from '../../apps/release/src/domain/release/events.js';
import type { PlanStep } from '../../apps/release/src/domain/release/parts.js';
import type { Ticket } from '../../apps/release/src/domain/tickets.js';
import { time } from './told.js';
import type { Told } from './told.js';
import type { Wording } from './wording.js';

export const project = 'shop';
export const commit = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
export const plan = '9f86d081884c7d659a2feaa0c55ad015';

export interface Setting {
  readonly words: Wording;
  readonly version: string;
  readonly kind: ReleaseKind;
}

const tickets = ({ words }: Setting): Ticket[] => [
  { id: 'SHOP-41', title: words.feature, type: 'feature', ui: true, securityScope: ['payments'] },
  { id: 'SHOP-57', title: words.fix, type: 'fix', ui: false, securityScope: [] },
];

/** Of a hotfix, only what it repairs. */
const targeted = (setting: Setting): Ticket[] =>
  tickets(setting).filter(({ type }) => setting.kind === 'standard' || type === 'fix');

const ids = (setting: Setting): string[] => targeted(setting).map(({ id }) => id);

export const planned = (setting: Setting) => (told: Told) =>
  told.by('cio', [
    {
      type: 'ReleasePlanned',
      data: {
        project,
        version: setting.version,
        kind: setting.kind,
        breaking: false,
        tickets: targeted(setting),
      },
    },
  ]);

export const candidateProved = (setting: Setting) => (told: Told) => {
  const of = { candidate: commit };
  const passed = { ...of, verdict: 'passed', evidence: { link: 'https://ci.example/7' } } as const;
  const gate = (role: 'cqo' | 'cdo' | 'cso', event: ReleaseEvent) => told.by(role, [event]);
  told
    .at('09:10')
    .by('cto', [{ type: 'TicketsMerged', data: { tickets: ids(setting), commit } }])
    .by('cio', [{ type: 'CandidateChosen', data: { commit, replaces: null } }])
    .by('deployer', [{ type: 'CandidateContentsReported', data: { ...of, tickets: ids(setting) } }])
    .by('deployer', [{ type: 'TestSuiteReported', data: passed }]);
  gate('cqo', {
    type: 'GateReported',
    data: { ...passed, gate: 'quality', tickets: ids(setting) },
  });
  if (setting.kind === 'hotfix') return told;
  gate('cdo', { type: 'GateReported', data: { ...passed, gate: 'design', tickets: ['SHOP-41'] } });
  gate('cso', {
    type: 'GateReported',
    data: { ...passed, gate: 'security', tickets: ['SHOP-41'] },
  });
  return told;
};

export const parityChecked = (told: Told) =>
  told.by('cio', [
    {
      type: 'ParityChecked',
      data: {
        candidate: commit,
        answer: {
          id: `parity-${String(told.events.length)}`,
          askedAt: told.events.at(-1)?.recordedAt ?? '',
          answeredAt: told.events.at(-1)?.recordedAt ?? '',
          serves: null,
          staging: 'mirrors',
          qa: 'mirrors',
          drift: [],
        },
      },
    },
  ]);

const steps = ({ words }: Setting): { steps: PlanStep[]; verification: PlanStep } => ({
  steps: [
    {
      action: 'Switch invoices off',
      command: 'shopctl flag off invoices',
      expected: 'the flag is off',
      estimateSeconds: 20,
    },
    {
      action: words.action,
      command: words.command,
      expected: words.expected,
      estimateSeconds: 240,
    },
  ],
  verification: {
    action: 'Buy the test article',
    command: 'https://runbooks.example/shop#probe',
    expected: 'the order arrives',
    estimateSeconds: 45,
  },
});

export const notesCompiled = (setting: Setting) => (told: Told) => {
  const { words, kind } = setting;
  return told.by('cio', [
    {
      type: 'ReleaseNotesCompiled',
      data: {
        whatsNew: targeted(setting).map(({ id, type }) => ({
          ticket: id,
          description: type === 'fix' ? words.fix : words.description,
          type,
        })),
        knownIssues: [
          {
            issue: words.issue,
            severity: words.severity,
            workaround: words.workaround,
            targetFix: words.targetFix,
          },
        ],
        breakingChanges:
          kind === 'hotfix' ? [] : [{ change: words.breakingChange, migration: words.migration }],
        migrationNotes: [words.migrationNote],
      },
    },
  ]);
};

export const planRehearsed = (setting: Setting) => (told: Told) => {
  const rehearsal = {
    rehearsal: 'rehearsal-1',
    plan,
    candidate: commit,
    environment: 'qa',
  } as const;
  const result = (step: number) => ({
    step,
    startedAt: time('09:31'),
    endedAt: time('09:32'),
    verdict: 'passed' as const,
  });
  return told
    .at('09:20')
    .by('cio', [
      {
        type: 'RollbackPlanWritten',
        data: { plan, method: 'previous container image', ...steps(setting), validForHours: 72 },
      },
    ])
    .by('cto', [{ type: 'RollbackPlanReviewed', data: { plan, verdict: 'passed', note: '' } }])
    .at('09:30')
    .by('deployer', [{ type: 'RehearsalStarted', data: rehearsal }])
    .at('09:35')
    .by('deployer', [
      {
        type: 'RehearsalStepsReported',
        data: { rehearsal: 'rehearsal-1', steps: [1, 2, 3].map(result) },
      },
      { type: 'RehearsalEnded', data: { ...rehearsal, verdict: 'passed', durationSeconds: 300 } },
    ]);
};

export const prepared = (setting: Setting) => (told: Told) =>
  told
    .tell(candidateProved(setting))
    .tell(parityChecked)
    .tell(notesCompiled(setting))
    .tell(planRehearsed(setting))
    .at('09:40')
    .by('cio', [{ type: 'VersionTagged', data: { version: setting.version, candidate: commit } }])
    .by('cio', [
      {
        type: 'DeploymentLogPrepared',
        data: { version: setting.version, candidate: commit, plan, tickets: ids(setting) },
      },
      { type: 'ReleasePrepared', data: { version: setting.version, candidate: commit } },
    ]);
