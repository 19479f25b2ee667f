import type { Role, Gate } from '@roadbook/decider';
import type { AuthorizationOf } from '../../../apps/release/src/domain/release/commands.js';
import type { PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import { gateApplies } from '../../../apps/release/src/domain/tickets.js';
import { hourMs, plusMs, gateRole } from '@roadbook/decider';
import type { Act } from '../simulator/world.js';
import type { Moment } from './moment.js';
import { compileNotes, evidence, reportGate, stepResults, writePlan } from './orders.js';
import { verdicts } from './deployment.js';

type Supply = (moment: Moment, release: PlannedRelease) => Act | undefined;

/** For each condition that can be missing before a deployment: the command that supplies it. */
export const supplies: Readonly<Record<string, Supply>> = {
  'candidate-chosen': (moment, { version }) =>
    moment.order('cio', version, {
      type: 'ChooseCandidate',
      data: { commit: `commit-${String(moment.fresh())}` },
    }),
  'tickets-merged': (moment, { version, tickets }) =>
    moment.order('cto', version, {
      type: 'ReportMerge',
      data: { tickets: [...tickets.keys()], commit: 'merge' },
    }),
  'tickets-present': reported((candidate, { tickets }) => ({
    type: 'ReportContents',
    data: { candidate, tickets: [...tickets.keys()] },
  })),
  'test-suite-passed': reported((candidate, _, { random }) => ({
    type: 'ReportTestSuite',
    data: { candidate, verdict: verdicts(random)(0), evidence },
  })),
  'quality-gate-passed': gate('quality'),
  'design-gate-passed': gate('design'),
  'security-gate-passed': gate('security'),
  'parity-verified': parityVerified,
  'parity-holds': reportParity,
  'pipeline-confirmed': (moment) =>
    moment.act('deployer', {
      of: 'answers',
      command: { type: 'ReportPipeline', data: { state: 'confirmed', changes: [] } },
    }),
  'version-tagged': reported((candidate) => ({ type: 'TagVersion', data: { candidate } }), 'cio'),
  'notes-compiled': (moment, { version, breaking }) =>
    moment.order(
      'cio',
      version,
      compileNotes(moment.random.between(0, 2), breaking && moment.random.chance(0.7)),
    ),
  'rollback-plan-documented': (moment, { version }) =>
    moment.order('cio', version, writePlan(moment.random.between(1, 4))),
  'rollback-plan-reviewed': (moment, { version, plan }) =>
    moment.order('cto', version, {
      type: 'ReviewRollbackPlan',
      data: {
        plan: plan?.plan ?? '',
        verdict: moment.random.chance(0.95) ? 'passed' : 'failed',
        note: '',
      },
    }),
  'rollback-plan-rehearsed': rehearsed,
  'deployment-log-prepared': (moment, { version }) =>
    moment.order('cio', version, { type: 'PrepareDeploymentLog', data: {} }),
  'promotion-authorized': authorized('promotion'),
  'production-authorized': authorized('production'),
  'no-security-block': (moment, { version }) =>
    moment.order('cso', version, { type: 'ClearSecurityBlock', data: { reason: 'fixed' } }),
  'failure-diagnosed': diagnosed,
  'window-confirmed': windowConfirmed,
  'window-open': (moment, { version }) =>
    moment.act('cio', { of: 'promotion', version, environment: 'production' }),
  'clients-informed': (moment, { version }) =>
    moment.random.chance(0.8)
      ? moment.order('cco', version, {
          type: 'AcknowledgeClientCommunication',
          data: { note: 'told' },
        })
      : moment.order('cio', version, {
          type: 'DeclareClients',
          data: { affected: false, reason: 'nothing to see' },
        }),
};

function reported(
  command: (
    candidate: string,
    release: PlannedRelease,
    moment: Moment,
  ) => Parameters<Moment['order']>[2],
  role: Role = 'deployer',
): Supply {
  return (moment, release) =>
    moment.order(
      role,
      release.version,
      command(release.candidate?.commit ?? '', release, moment),
      occurred(moment, role),
    );
}

/** Some reporters say when it happened: earlier, or by a clock that is a little ahead. */
export function occurred({ random, now }: Moment, role: Role): { occurredAt?: string } {
  if (role === 'cio' || random.chance(0.85)) return {};
  return { occurredAt: plusMs(now, random.between(-300, 50) * 1000) };
}

function gate(of: Gate): Supply {
  return (moment, { version, tickets, candidate }) => {
    const ids = [...tickets.values()]
      .filter((ticket) => gateApplies(of, ticket))
      .map(({ id }) => id);
    const commit = candidate?.commit ?? '';
    const command = reportGate(of, commit, ids, verdicts(moment.random)(0));
    return moment.order(gateRole[of], version, command, occurred(moment, gateRole[of]));
  };
}

function reportParity(moment: Moment): Act {
  return moment.act('deployer', {
    of: 'answers',
    command: { type: 'ReportParity', data: { staging: 'mirrors', qa: 'mirrors', drift: [] } },
  });
}

/** An answer that was on record before is no new check: something has to be observed in between, as each asking has an answer of its own. */
function parityVerified(moment: Moment, { version, candidate }: PlannedRelease): Act {
  const { parity } = moment.book.answers();
  const arrived = candidate?.attempts.staging?.endedAt ?? '';
  const good = parity.staging === 'mirrors' && parity.qa === 'mirrors';
  return good && parity.answeredAt >= arrived
    ? moment.order('cio', version, { type: 'CheckParity', data: {} })
    : reportParity(moment);
}

function rehearsed(moment: Moment, { version, plan, rehearsal, candidate }: PlannedRelease): Act {
  const { now, random } = moment;
  const fits = rehearsal?.plan === plan?.plan && rehearsal?.candidate === candidate?.commit;
  if (!rehearsal || rehearsal.ended || !fits)
    return moment.order(
      'deployer',
      version,
      {
        type: 'StartRehearsal',
        data: {
          rehearsal: `rehearsal-${String(moment.fresh())}`,
          plan: plan?.plan ?? '',
          environment: random.pick(['dev', 'qa', 'staging'] as const),
        },
      },
      // One that began long ago may have taken long.
      random.chance(0.2) ? { occurredAt: plusMs(now, -1_500_000) } : {},
    );
  const total = (plan?.steps.length ?? 0) + 1;
  const done = rehearsal.steps.length;
  const count = random.chance(0.85) ? total - done : 1;
  const longAgo = rehearsal.begunAt < rehearsal.startedAt;
  const stepMs = longAgo && random.chance(0.5) ? 400_000 : 1000;
  const from = rehearsal.steps[done - 1]?.endedAt ?? rehearsal.begunAt;
  const steps = stepResults(done + 1, count, from, stepMs, verdicts(random));
  return moment.order('deployer', version, {
    type: 'ReportRehearsalSteps',
    data: { rehearsal: rehearsal.rehearsal, steps },
  });
}

function authorized(of: AuthorizationOf): Supply {
  return (moment, release) => {
    const { version } = release;
    return release[of].is === 'requested'
      ? moment.order('orchestrator', version, { type: 'Authorize', data: { of } })
      : moment.order('cio', version, { type: 'RequestAuthorization', data: { of } });
  };
}

function diagnosed(moment: Moment, { version, candidate }: PlannedRelease): Act | undefined {
  const failed = Object.values(candidate?.attempts ?? {}).find(
    ({ outcome, diagnosed: done }) =>
      done === undefined && ['failed', 'errored', 'unanswered'].includes(outcome ?? ''),
  );
  return (
    failed &&
    moment.order('cio', version, {
      type: 'DiagnoseFailure',
      data: {
        deployment: failed.deployment,
        diagnosis: 'the disk was full',
        resolution: 'a larger disk',
      },
    })
  );
}

function windowConfirmed(moment: Moment, { version, window }: PlannedRelease): Act {
  const { now, random } = moment;
  if (window.is === 'proposed' && window.end > now) {
    const { start, end } = window;
    return moment.order('orchestrator', version, { type: 'ConfirmWindow', data: { start, end } });
  }
  const start = plusMs(now, random.chance(0.8) ? 0 : random.between(1, 120) * 1000);
  const data = { start, end: plusMs(start, random.between(1, 4) * hourMs) };
  const role = random.chance(0.5) ? 'cio' : 'cpo';
  return moment.order(role, version, { type: 'ProposeWindow', data });
}
