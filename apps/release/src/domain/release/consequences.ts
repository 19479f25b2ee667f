import { gates, recordedBy, refuseAtFirst } from '@roadbook/decider';
import type { Gate, Origin } from '@roadbook/decider';
import { preparedConditions } from '../checklist.js';
import { previousEnvironmentPassed } from '../hard-rules/rule-1-no-direct-deploy.js';
import type { Standpoint, Surroundings } from '../hard-rules/standpoint.js';
import { gateConditions } from '../pre-release-verification.js';
import type { ReleaseEvent } from './events.js';
import { evolveRelease } from './evolve.js';
import { withdrawUnclaimed } from './promotion-end.js';
import type { Release, ReleaseWindow } from './state.js';

/**
 * What follows by itself from what was just decided, in the same append: authorizations are voided, a request that nobody has taken
 * up is withdrawn, and a candidate for which everything holds for the first time is prepared.
 */
export function consequences(
  before: Release,
  decided: readonly ReleaseEvent[],
  origin: Origin,
  surroundings: Surroundings,
): ReleaseEvent[] {
  const at = origin.at;
  const follow: ReleaseEvent[] = [];
  let release = after(before, decided, origin);
  for (const consequence of [voided, withdrawn, prepared]) {
    if (release.situation === 'unplanned') return follow;
    const events = consequence({ release, surroundings, at }, before, decided);
    follow.push(...events);
    release = after(release, events, origin);
  }
  return follow;
}

type Consequence = (
  standpoint: Standpoint,
  before: Release,
  decided: readonly ReleaseEvent[],
) => ReleaseEvent[];

/** A new candidate, retargeted tickets, changed notes or plan, a gate that leaves `passed`, a security block: each voids both. */
const voided: Consequence = (standpoint, before, decided) => {
  const { release } = standpoint;
  const stands = [release.promotion.is, release.production.is].some(
    (is) => is === 'requested' || is === 'granted',
  );
  if (!stands || release.stage !== 'on-the-road' || before.situation === 'unplanned') return [];
  const reason =
    decided.map(reasonOf).find((one) => one !== undefined) ??
    gateThatLeftPassed({ ...standpoint, release: before }, standpoint);
  if (reason === undefined) return [];
  const candidate = before.candidate?.commit ?? '';
  return [{ type: 'AuthorizationsVoided', data: { candidate, reason } }];
};

function reasonOf({ type }: ReleaseEvent): string | undefined {
  switch (type) {
    case 'CandidateChosen':
      return 'the candidate was replaced';
    case 'TicketsRetargeted':
      return 'the tickets were retargeted';
    case 'ReleaseNotesCompiled':
      return 'the release notes were changed';
    case 'RollbackPlanWritten':
      return 'the rollback plan was changed';
    case 'SecurityBlockSet':
      return 'a security block was set';
    default:
      return undefined;
  }
}

function gateThatLeftPassed(before: Standpoint, now: Standpoint): string | undefined {
  const hasPassed = (gate: Gate, standpoint: Standpoint) =>
    gateConditions[gate].find(standpoint).met;
  const left = gates.find((gate) => hasPassed(gate, before) && !hasPassed(gate, now));
  return left && `the ${left} gate is no longer passed`;
}

/** A request rests on its authorizations, on what it comes after, for production on the window that it was made in, and on no block. */
const withdrawn: Consequence = (standpoint) => {
  const { release } = standpoint;
  const request = Object.values(release.candidate?.attempts ?? {}).find(
    ({ phase }) => phase === 'requested',
  );
  if (!request) return [];
  if (release.block.is === 'set')
    return withdrawUnclaimed(release, `a security block was set: ${release.block.reason}`);
  const needed =
    request.environment === 'production'
      ? [release.promotion, release.production]
      : [release.promotion];
  const lost = needed.find(({ is }) => is !== 'granted');
  if (lost)
    return withdrawUnclaimed(
      release,
      'reason' in lost ? lost.reason : 'its authorization no longer stands',
    );
  const { environment } = request;
  const order = refuseAtFirst([previousEnvironmentPassed], { ...standpoint, environment });
  if (order) return withdrawUnclaimed(release, order.refused[0].missing);
  return environment === 'production' && release.window.is !== 'confirmed'
    ? withdrawUnclaimed(release, windowLost(release.window))
    : [];
};

const windowLost = ({ is }: ReleaseWindow): string =>
  is === 'lapsed'
    ? 'the window that it was requested in has lapsed'
    : 'another window was proposed than it was requested in';

const prepared: Consequence = (standpoint) => {
  const { candidate, version, stage } = standpoint.release;
  if (!candidate || candidate.prepared || stage !== 'on-the-road') return [];
  return refuseAtFirst(preparedConditions, standpoint)
    ? []
    : [{ type: 'ReleasePrepared', data: { version, candidate: candidate.commit } }];
};

/** The state that the events will lead to. Ids and revisions are given by the append and change no consequence. */
function after(release: Release, events: readonly ReleaseEvent[], origin: Origin): Release {
  const place = { id: 'undecided', revision: -1 };
  return events.reduce<Release>(
    (state, event) => evolveRelease(state, recordedBy(origin, event, place)),
    release,
  );
}
