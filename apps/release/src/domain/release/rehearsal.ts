import { guard, refuse, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { releaseIsOnTheRoad } from '../eligibility.js';
import { candidateIsChosen } from '../pre-release-verification.js';
import { planIsCurrent } from './artifacts.js';
import type { Asked } from './asked.js';
import type { ArtifactEvent, ReleaseEvent } from './events.js';
import type { StepResult } from './parts.js';
import { rehearsalKey, repeatsSteps } from './reported-before.js';
import type { Rehearsal } from './state.js';
import {
  allPassed,
  durationSeconds,
  spanOf,
  stepCount,
  stepsAreInOrder,
  stepsFollowTheStart,
  stepTimesAreInOrder,
} from './steps.js';

const notInProduction: Condition<Asked<'StartRehearsal'>> = guard(
  'rehearsal-not-in-production',
  { rule: 5 },
  ({ command: { environment } }) =>
    environment === 'production' ? 'a rollback is never rehearsed in production' : undefined,
);

export function startRehearsal(asked: Asked<'StartRehearsal'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  if (release.reportsSeen.has(rehearsalKey(command.rehearsal))) return silence;
  return (
    refuseAtFirst<Asked<'StartRehearsal'>>(
      [releaseIsOnTheRoad, candidateIsChosen, planIsCurrent, notInProduction],
      asked,
    ) ?? [
      {
        type: 'RehearsalStarted',
        data: { ...command, candidate: release.candidate?.commit ?? '' },
      },
    ]
  );
}

const underWay = ({
  release: { rehearsal },
  command,
}: Asked<'ReportRehearsalSteps'>): Rehearsal | undefined =>
  rehearsal?.rehearsal === command.rehearsal && !rehearsal.ended ? rehearsal : undefined;

const rehearsalIsUnderWay: Condition<Asked<'ReportRehearsalSteps'>> = guard(
  'rehearsal-under-way',
  { from: 'deployer' },
  (asked) => (underWay(asked) ? undefined : 'this rehearsal is not under way; start one'),
);

/** A rehearsal begun with another plan or candidate proves nothing. */
const rehearsesWhatStands: Condition<Asked<'ReportRehearsalSteps'>> = guard(
  'rehearsal-of-what-stands',
  { rule: 5, from: 'deployer' },
  ({ release: { rehearsal, plan, candidate } }) =>
    rehearsal?.plan === plan?.plan && rehearsal?.candidate === candidate?.commit
      ? undefined
      : 'plan or candidate have changed since this rehearsal started; start a new one',
);

export function reportRehearsalSteps(asked: Asked<'ReportRehearsalSteps'>): Decision<ReleaseEvent> {
  const { command, release, origin } = asked;
  if (repeatsSteps(release, command.rehearsal, command.steps)) return silence;
  const rehearsal = underWay(asked);
  if (!rehearsal) return refuse(rehearsalIsUnderWay, asked);
  const total = stepCount(release.plan);
  return (
    refuseAtFirst([rehearsesWhatStands], asked) ??
    refuseAtFirst([stepsAreInOrder, stepTimesAreInOrder, stepsFollowTheStart], {
      command,
      origin,
      before: rehearsal.steps,
      total,
      repeatable: false,
      began: { what: 'rehearsal', at: rehearsal.begunAt },
    }) ?? [
      { type: 'RehearsalStepsReported', data: command },
      ...ended(rehearsal, [...rehearsal.steps, ...command.steps], total, origin.at),
    ]
  );
}

/** It ends with its last step, or with the first one that did not pass. */
function ended(
  { rehearsal, plan, candidate, environment, startedAt }: Rehearsal,
  steps: readonly StepResult[],
  total: number,
  at: string,
): ArtifactEvent[] {
  const passed = allPassed(steps, total);
  if (!passed && steps.every(({ verdict }) => verdict === 'passed')) return [];
  return [
    {
      type: 'RehearsalEnded',
      data: {
        rehearsal,
        plan,
        candidate,
        environment,
        verdict: passed ? 'passed' : 'failed',
        durationSeconds: durationSeconds(spanOf(steps), { from: startedAt, to: at }),
      },
    },
  ];
}
