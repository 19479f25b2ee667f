import {
  configurationChangeEnded,
  deploymentLogClosed,
  parityVerified,
  pipelineChangeImplemented,
  pipelineChangeReverted,
  releaseExecuted,
  releasePrepared,
  rollbackEnded,
  violationRecorded,
} from '@roadbook/contracts';
import type { DataOf, MessageType, Said } from '@roadbook/contracts';

/** A message that fits its schema. */
function said<Of extends MessageType>(of: Of, more: Partial<DataOf<Of>> = {}): Said {
  const data = of.schema.parse({ ...(of.example as object), ...more });
  return { type: of.type, data } as unknown as Said;
}

const { version: _, environment: _environment, ...ofNoRelease } = violationRecorded.example;

/** Every happening of the contract as it is told, in the ways in which it can end. */
export const told: Readonly<Record<string, Said>> = {
  'release-prepared': said(releasePrepared),
  'release-prepared.breaking': said(releasePrepared, {
    breaking: true,
    replaces: '886313e1-3b8a-5372-9b90-0c9aee199e5d',
    notes: {
      ...releasePrepared.example.notes,
      knownIssues: [],
      breakingChanges: [{ change: 'Totals are in cents', migration: 'Divide them by 100' }],
      migrationNotes: [],
    },
  }),
  'release-executed.passed': said(releaseExecuted),
  'release-executed.failed': said(releaseExecuted, { outcome: 'failed' }),
  'release-executed.errored': said(releaseExecuted, { outcome: 'errored', phase: 'deploying' }),
  'release-executed.unanswered': said(releaseExecuted, { outcome: 'unanswered' }),
  'release-executed.withdrawn': said(releaseExecuted, { outcome: 'withdrawn', phase: 'requested' }),
  'deployment-log-closed.success': said(deploymentLogClosed),
  'deployment-log-closed.failed': said(deploymentLogClosed, {
    ...{ result: 'FAILED', path: [], startedAt: null, durationSeconds: null },
  }),
  'deployment-log-closed.rolled-back': said(deploymentLogClosed, { result: 'ROLLED BACK' }),
  'rollback-ended.complete': said(rollbackEnded),
  'rollback-ended.incomplete': said(rollbackEnded, {
    reason: 'a check of production failed',
    ...{ result: 'incomplete', because: 'step 1 failed', restored: null, durationSeconds: null },
    ...{ withinBudget: false, planExpired: true, usersAffected: false },
    followUp: {
      review: { reviewAt: '2026-03-05T09:00:00.000Z', note: 'Why did the image not start?' },
      clients: 'not affected',
    },
  }),
  'configuration-change-ended.completed': said(configurationChangeEnded),
  'configuration-change-ended.reverted': said(configurationChangeEnded, {
    ...{ result: 'reverted', reason: 'the provider answers no more', confirmedBy: null },
    ...{ confirmedAt: null, reviewedBy: null, reviewedAt: null },
    diff: [
      {
        ...{ setting: 'payment.key', scope: 'behaviour', environments: ['staging'] },
        ...{ current: null, proposed: { digest: 'ab'.repeat(32) } },
      },
    ],
    drift: [{ setting: 'payment.timeout', environments: ['qa', 'staging'], kind: 'declared' }],
  }),
  'configuration-change-ended.withdrawn': said(configurationChangeEnded, {
    ...{ result: 'withdrawn', reason: 'not needed any more', appliedIn: ['staging'] },
  }),
  'parity-verified.drifts': said(parityVerified),
  'parity-verified.mirrors': said(parityVerified, {
    ...{ purpose: 'promotion', staging: 'mirrors', qa: 'mirrors', drift: [], candidate: null },
  }),
  'parity-verified.changed': said(parityVerified, {
    ...{ purpose: 'configuration-change', version: null, candidate: null, environment: null },
    ...{ question: null, change: '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21' },
  }),
  'pipeline-change-implemented': said(pipelineChangeImplemented),
  'pipeline-change-reverted.unannotated': said(pipelineChangeReverted),
  'pipeline-change-reverted.annotated': said(pipelineChangeReverted, {
    annotation: pipelineChangeImplemented.example.annotation,
    reason: 'shards hide failures',
  }),
  'violation-recorded.release': said(violationRecorded),
  'violation-recorded.change': {
    type: violationRecorded.type,
    data: violationRecorded.schema.parse({
      ...ofNoRelease,
      ...{ candidate: null, change: '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21', rule: 4 },
      command: 'ReportPipelineDefinition',
    }),
  },
};

/** Withdrawn before it was applied anywhere. */
export const neverApplied = said(configurationChangeEnded, {
  ...{ result: 'withdrawn', reason: 'not needed', appliedIn: [] },
});

/** The same message with another word for every text that somebody wrote; ids, times and words of fixed lists stay. */
export function saying(message: Said, text: string): Said {
  const written = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => written(one, name));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, written(one, key)]),
      );
    return typeof value === 'string' && texts.has(name) ? text : value;
  };
  return { ...message, data: written(message.data) } as Said;
}

/** The fields of messages that hold what somebody wrote. */
const texts: ReadonlySet<string> = new Set([
  ...['title', 'description', 'issue', 'severity', 'workaround', 'targetFix', 'migrationNotes'],
  ...['migration', 'action', 'expected', 'reason', 'confirmation', 'because', 'note', 'what'],
  ...['why', 'risk', 'impact', 'undo', 'value', 'missing'],
]);
