import { guard, refuseAtFirst, refuseUnlessAll, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { releaseIsOnTheRoad } from '../eligibility.js';
import { knowledgeBaseAnswered, withDrawn } from '../known-issues/drawn.js';
import { versionsGoInOrder } from '../hard-rules/rule-1-no-direct-deploy.js';
import {
  breakingChangeIsNoted,
  notesAreCompiled,
  rollbackPlanIsDocumented,
} from '../hard-rules/rule-2-four-artifacts.js';
import {
  planHasSteps,
  planIsSpecific,
  planIsUnderTenMinutes,
} from '../hard-rules/rule-5-rollback-before-deployment.js';
import { breakingChangeRaisesVersion } from '../hard-rules/version-order.js';
import { candidateIsChosen } from '../pre-release-verification.js';
import type { Asked } from './asked.js';
import type { ReleaseEvent } from './events.js';
import { candidateIsCurrent, productionHasNotStarted, ticketsAreTargeted } from './guards.js';
import { notesContent } from './notes.js';
import type { ReleaseNotes } from './parts.js';

export function compileNotes(asked: Asked<'CompileNotes'>): Decision<ReleaseEvent> {
  const { command, release, surroundings } = asked;
  const notes = compiled(asked);
  const stand = release.notes?.content === notesContent(notes);
  const known = !refuseAtFirst([knowledgeBaseAnswered], asked);
  if (known && stand && !refuseAtFirst([notesAreCompiled], asked)) return silence;
  return (
    refuseAtFirst<Asked<'CompileNotes'>>(
      [releaseIsOnTheRoad, productionHasNotStarted, knowledgeBaseAnswered, breakingChangeIsNoted],
      asked,
    ) ??
    refuseAtFirst([ticketsAreTargeted], {
      ...asked,
      command: { tickets: Object.keys(command.descriptions) },
    }) ??
    refuseAtFirst([breakingChangeRaisesVersion], {
      road: surroundings.road,
      version: release.version,
      kind: release.kind,
      breaking: command.breakingChanges.length > 0,
    }) ?? [{ type: 'ReleaseNotesCompiled', data: notes }]
  );
}

/** What is new comes from the targeted tickets, in their order; what the cio wrote stands in for a title. */
function compiled(asked: Asked<'CompileNotes'>): ReleaseNotes {
  const { command, release } = asked;
  const { knownIssues, breakingChanges, migrationNotes, descriptions } = command;
  const whatsNew = [...release.tickets.values()].map(({ id, title, type }) => ({
    ticket: id,
    description: Object.hasOwn(descriptions, id) ? (descriptions[id] ?? title) : title,
    type,
  }));
  return { whatsNew, breakingChanges, migrationNotes, ...withDrawn(knownIssues, asked) };
}

export function writeRollbackPlan(asked: Asked<'WriteRollbackPlan'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const { digest, method, steps, verification, validForHours } = command;
  if (release.plan?.plan === digest) return silence;
  return (
    refuseAtFirst([releaseIsOnTheRoad, productionHasNotStarted], asked) ??
    refuseUnlessAll([planHasSteps, planIsSpecific, planIsUnderTenMinutes], asked) ?? [
      {
        type: 'RollbackPlanWritten',
        data: { plan: digest, method, steps, verification, validForHours },
      },
    ]
  );
}

export const planIsCurrent: Condition<Asked<'ReviewRollbackPlan' | 'StartRehearsal'>> = guard(
  'plan-current',
  { from: 'cio' },
  ({ release: { plan }, command }) => {
    if (!plan) return 'no rollback plan is written';
    return plan.plan === command.plan
      ? undefined
      : `this is about another plan than the one that stands, ${plan.plan}`;
  },
);

export function reviewRollbackPlan(asked: Asked<'ReviewRollbackPlan'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  return (
    refuseAtFirst<Asked<'ReviewRollbackPlan'>>([releaseIsOnTheRoad, planIsCurrent], asked) ??
    (release.plan?.review?.verdict === command.verdict
      ? silence
      : [{ type: 'RollbackPlanReviewed', data: command }])
  );
}

export function tagVersion(asked: Asked<'TagVersion'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const { candidate, version } = release;
  if (candidate?.tagged !== undefined && candidate.commit === command.candidate) return silence;
  return (
    refuseAtFirst([releaseIsOnTheRoad, candidateIsCurrent], asked) ??
    refuseUnlessAll(versionsGoInOrder, asked) ?? [
      { type: 'VersionTagged', data: { version, candidate: command.candidate } },
    ]
  );
}

/** Created before the first deployment, with what stands now; prepared anew when the plan or the tickets change. */
export function prepareDeploymentLog(asked: Asked<'PrepareDeploymentLog'>): Decision<ReleaseEvent> {
  const { release } = asked;
  const refusal = refuseAtFirst(
    [releaseIsOnTheRoad, candidateIsChosen, rollbackPlanIsDocumented],
    asked,
  );
  if (refusal) return refusal;
  const { version, candidate, plan } = release;
  const tickets = [...release.tickets.keys()];
  const log = candidate?.log;
  if (log?.plan === plan?.plan && log?.tickets.join('\n') === tickets.join('\n')) return silence;
  return [
    {
      type: 'DeploymentLogPrepared',
      data: { version, candidate: candidate?.commit ?? '', plan: plan?.plan ?? '', tickets },
    },
  ];
}
