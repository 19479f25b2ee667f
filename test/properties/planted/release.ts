import type { AnyEvent } from '../fact.js';
import { all, changed, planted, twice, without } from './edits.js';
import type { Edit } from './edits.js';
import { first, second } from './history.js';

/** By the rule that each of them breaks: what was never done for a release, or done otherwise, or by the wrong one. */

const production = ({ environment }: { readonly environment: string }) =>
  environment === 'production';

const evidence = { link: 'https://ci.example/runs/2' };
const inSecond = { in: second };
const gate = (of: string) => ({ in: second, where: (data: { gate: string }) => data.gate === of });
const failing = (of: 'quality' | 'design' | 'security'): Edit =>
  changed('GateReported', gate(of), { data: { verdict: 'failed' } });

export const withoutEvidence: Readonly<Record<string, Edit>> = {
  'tickets-merged': without('TicketsMerged', inSecond),
  'tickets-present': changed('CandidateContentsReported', inSecond, { data: { tickets: ['T-1'] } }),
  'test-suite': changed('TestSuiteReported', inSecond, { data: { verdict: 'inconclusive' } }),
  'quality-gate': failing('quality'),
  'design-gate': failing('design'),
  'security-gate': failing('security'),
  'security-block': planted('before', 'PromotionAuthorized', inSecond, () => [
    { type: 'SecurityBlockSet', data: { reason: 'a leak' } },
  ]),
};

const slow = (facts: Parameters<Edit>[0]) =>
  changed('RehearsalStepsReported', inSecond, ({ data }) => ({
    data: {
      steps: data.steps.map((step) => ({ ...step, endedAt: later(step.startedAt, 600_000) })),
    },
  }))(facts);

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

export const withoutArtifacts: Readonly<Record<string, Edit>> = {
  'version-tag': without('VersionTagged', inSecond),
  'release-notes': changed('ReleaseNotesCompiled', inSecond, { data: { whatsNew: [] } }),
  'breaking-change-noted': changed('ReleasePlanned', inSecond, { data: { breaking: true } }),
  'rollback-plan': without('RollbackPlanWritten', inSecond),
  'deployment-log': without('DeploymentLogPrepared', inSecond),
  'plan-specific': changed('RollbackPlanWritten', inSecond, ({ data }) => ({
    data: { steps: data.steps.map((step) => ({ ...step, command: ' TBD ' })) },
  })),
  'plan-short': changed('RollbackPlanWritten', inSecond, ({ data }) => ({
    data: { verification: { ...data.verification, estimateSeconds: 600 } },
  })),
  'plan-reviewed': without('RollbackPlanReviewed', inSecond),
  'plan-reviewed-by-another': changed('RollbackPlanReviewed', inSecond, (_, facts) => ({
    actor: facts.findLast((f) => f.type === 'RollbackPlanWritten' && f.stream === second)!.actor,
  })),
  'plan-rehearsed': changed('RehearsalStepsReported', inSecond, ({ data }) => ({
    data: { steps: data.steps.slice(1) },
  })),
  'rehearsed-outside-production': changed('RehearsalStarted', inSecond, {
    data: { environment: 'production' },
  }),
  'rehearsed-in-time': slow,
  'parity-checked': without('ParityChecked', inSecond),
  'parity-answered': changed('ParityReported', { in: 'answers' }, { data: { staging: 'drifts' } }),
};

const byRequester = (
  yes: 'PromotionAuthorized' | 'ProductionAuthorized' | 'WindowConfirmed',
  asked: AnyEvent['type'],
): Edit =>
  all(
    changed(yes, inSecond, (_, facts) => ({
      actor: facts.findLast(({ type, stream }) => type === asked && stream === second)!.actor,
    })),
    askedToo(yes, asked),
  );

/** Somebody else asked for the same after that. */
const askedToo = (yes: AnyEvent['type'], asked: AnyEvent['type']): Edit =>
  planted('before', yes, inSecond, ({ data }) => [
    { type: asked, data, actor: 'somebody else' } as AnyEvent & { actor: string },
  ]);

const closing = changed('WindowConfirmed', inSecond, ({ data }) => ({ data: { end: data.start } }));

const longer = ({ data }: { data: { readonly start: string } }) => ({
  data: { end: later(data.start, 24 * 3_600_000 + 1) },
});

export const withoutAuthority: Readonly<Record<string, Edit>> = {
  'promotion-authorized': planted('after', 'PromotionAuthorized', inSecond, () => [
    { type: 'ReleaseNotesCompiled', data: emptyNotes },
  ]),
  'promotion-authorized-by-another': byRequester(
    'PromotionAuthorized',
    'PromotionAuthorizationRequested',
  ),
  'production-authorized': without('ProductionAuthorized', inSecond),
  'production-authorized-by-another': byRequester(
    'ProductionAuthorized',
    'ProductionAuthorizationRequested',
  ),
  'production-authorized-after-staging': all(
    without('ProductionAuthorizationRequested', inSecond),
    planted('after', 'PromotionAuthorized', inSecond, ({ data }) => [
      { type: 'ProductionAuthorizationRequested', data },
    ]),
  ),
  'window-open': closing,
  'window-confirmed-by-another': byRequester('WindowConfirmed', 'WindowProposed'),
  'window-length': all(
    changed('WindowProposed', inSecond, longer),
    changed('WindowConfirmed', inSecond, longer),
  ),
  'clients-informed': all(
    without('ClientsDeclaredUnaffected', inSecond),
    without('ClientCommunicationAcknowledged', inSecond),
  ),
};

const emptyNotes = { whatsNew: [], knownIssues: [], breakingChanges: [], migrationNotes: [] };

const gateIn = (of: 'quality' | 'design', actor: string): AnyEvent & { actor: string } => ({
  type: 'GateReported',
  data: { gate: of, candidate: 'commit-0', tickets: ['T-1'], verdict: 'passed', evidence },
  actor,
});

export const withoutOrder: Readonly<Record<string, Edit>> = {
  'authorities-apart': changed('TicketsMerged', inSecond, (_, facts) => ({
    actor: facts.find(({ type, stream }) => type === 'ReleasePlanned' && stream === second)!.actor,
  })),
  'gates-apart': planted('after', 'GateReported', gate('quality'), () => [
    gateIn('quality', 'ana'),
    gateIn('design', 'ana'),
  ]),
  'gate-by-its-role': changed('GateReported', gate('design'), { role: 'cso' }),
  'planned-once': twice('ReleasePlanned', inSecond),
  'fixed-once-started': planted(
    'after',
    'DeploymentRequested',
    { in: second, where: production },
    () => [{ type: 'ReleaseNotesCompiled', data: emptyNotes }],
  ),
  'kept-while-in-production': planted(
    'after',
    'DeploymentClaimed',
    { in: second, where: production },
    () => [{ type: 'ClientsDeclaredAffected', data: { reason: 'they do see it' } }],
  ),
  'scope-never-narrowed': planted('after', 'ReleasePlanned', inSecond, ({ data: { tickets } }) => [
    { type: 'SecurityScopeWidened', data: { ticket: 'T-1', areas: ['pii'] } },
    { type: 'TicketsRetargeted', data: { tickets } },
  ]),
  'failure-rolls-back': changed(
    'PromotionEnded',
    { in: first, where: production },
    { data: { outcome: 'failed' } },
  ),
  'permitted-role': changed('VersionTagged', inSecond, { role: 'auditor' }),
  'recorded-in-order': changed('VersionTagged', inSecond, { recordedAt: '2020-01-01' }),
  'revisions-without-gaps': changed('VersionTagged', inSecond, ({ revision }) => ({
    revision: revision + 1,
  })),
};
