import { checksOf } from '../../../apps/release/src/domain/environments.js';
import { hourMs, plusMs } from '@roadbook/decider';
import {
  checkResults,
  compileNotes,
  evidence,
  someTickets,
  stepResults,
  writePlan,
} from './orders.js';
import { anotherRequester } from './people.js';
import { rollBack } from './rollback.js';
import { afterTheEnd } from './after-the-end.js';
import {
  always,
  deploying,
  failed,
  inProduction,
  rehearsing,
  requested,
  rollingBack,
  started,
  touched,
  verifying,
  when,
  withoutEvidence,
} from './situations.js';
import type { Provocation } from './situations.js';

/** In situations that soon pass. */
export const fleeting: readonly Provocation[] = [
  when(deploying, (moment, { version }, { deployment, environment }) =>
    moment.order('deployer', version, {
      type: 'ReportChecks',
      data: { deployment, checks: checkResults(environment) },
    }),
  ),
  when(deploying, (moment, { version }) =>
    moment.order('cio', version, {
      type: 'ChooseCandidate',
      data: { commit: `commit-${String(moment.fresh())}` },
    }),
  ),
  when(deploying, (moment, { version }, { deployment }) =>
    moment.order(
      'deployer',
      version,
      { type: 'ReportDeployment', data: { deployment, outcome: 'succeeded', evidence } },
      { actor: 'deployer-3' },
    ),
  ),
  when(verifying, (moment, { version }, { deployment, claimedBy }) =>
    moment.order(
      'deployer',
      version,
      { type: 'ReportDeployment', data: { deployment, outcome: 'failed', evidence } },
      { actor: claimedBy ?? 'deployer' },
    ),
  ),
  when(verifying, (moment, { version }, { deployment, environment }) =>
    moment.order('deployer', version, {
      type: 'ReportChecks',
      data: {
        deployment,
        checks: [...checksOf(environment), 'no-such-check'].map((check) => ({
          ...{ check, verdict: 'passed', evidence },
        })),
      },
    }),
  ),
  when(rehearsing, (moment, { version, plan, candidate }, { rehearsal, ...of }) =>
    of.plan === plan?.plan && of.candidate === candidate?.commit
      ? moment.order('cio', version, writePlan(moment.random.between(1, 4)))
      : moment.order('deployer', version, {
          type: 'ReportRehearsalSteps',
          data: { rehearsal, steps: stepResults(1, 1, moment.now, 0) },
        }),
  ),
  when(rehearsing, (moment, { version }, { rehearsal, steps, begunAt }) =>
    moment.order('deployer', version, {
      type: 'ReportRehearsalSteps',
      data: {
        rehearsal,
        steps: moment.random.pick([
          stepResults(steps.length + 2, 1, moment.now, 1000),
          stepResults(steps.length + 1, 1, moment.now, -1000),
          stepResults(steps.length + 1, 1, plusMs(begunAt, -120_000), 1000),
        ] as const),
      },
    }),
  ),
  when(failed, (moment, { version }, { environment }) =>
    moment.act('cio', { of: 'promotion', version, environment }),
  ),
  when(started, (moment, { version }) =>
    moment.order(
      'cio',
      version,
      moment.random.pick([
        { type: 'RetargetTickets', data: { tickets: someTickets(moment.random) } },
        { type: 'WithdrawRelease', data: { reason: 'not needed any more' } },
        { type: 'WithdrawRelease', data: { reason: 'not needed any more' } },
        compileNotes(3, false),
      ]),
    ),
  ),
  when(rollingBack, (moment, { version, plan }, { rollback, steps }) => {
    const total = (plan?.steps.length ?? 0) + 1;
    const checks = [...checkResults('production'), ...checkResults('qa')];
    return steps.length < total && moment.random.chance(0.3)
      ? moment.order('deployer', version, {
          type: 'ReportRollbackSteps',
          data: { rollback, steps: stepResults(steps.length + 2, 1, moment.now, 1000) },
        })
      : moment.order('deployer', version, {
          type: 'ReportRollbackChecks',
          data: { rollback, checks },
        });
  }),
  when(rollingBack, (moment, { version }) => rollBack(moment, version)),
  when(rollingBack, (moment) => {
    const other = moment.book.road().standing?.before?.version;
    return other === undefined ? undefined : rollBack(moment, other);
  }),
  when(
    ({ window }) => (window.is === 'proposed' ? window : undefined),
    (moment, { version }, { start, end, by, others }) =>
      moment.random.chance(0.8)
        ? moment.order(
            'orchestrator',
            version,
            { type: 'ConfirmWindow', data: { start, end } },
            { actor: moment.random.pick([by, ...others]) },
          )
        : moment.order(
            'cio',
            version,
            { type: 'ProposeWindow', data: { start, end } },
            { actor: anotherRequester(moment.random) },
          ),
  ),
  when(
    ({ promotion, production }) =>
      [promotion, production].find(({ is }) => is === 'requested') && { promotion, production },
    (moment, { version }, { promotion, production }) => {
      const of = promotion.is === 'requested' ? 'promotion' : 'production';
      const one = promotion.is === 'requested' ? promotion : production;
      if (moment.random.chance(0.2))
        return moment.order(
          'cio',
          version,
          { type: 'RequestAuthorization', data: { of } },
          { actor: anotherRequester(moment.random) },
        );
      const requesters = one.is === 'requested' ? [one.by, ...one.others] : [];
      return moment.order(
        'orchestrator',
        version,
        { type: 'Authorize', data: { of } },
        { actor: moment.random.pick(requesters) ?? 'orchestrator' },
      );
    },
  ),
  when(
    ({ clients }) => (clients.are === 'unaffected' ? true : undefined),
    (moment, { version }) =>
      moment.order('cco', version, {
        type: 'AcknowledgeClientCommunication',
        data: { note: 'told' },
      }),
  ),
  when(requested, (moment) =>
    moment.random.chance(0.2)
      ? moment.act('deployer', {
          of: 'answers',
          command: {
            type: 'ReportPipeline',
            data: { state: 'unannotated', changes: ['a runner'] },
          },
        })
      : undefined,
  ),
  when(
    ({ window }) => (window.is === 'confirmed' ? true : undefined),
    (moment, { version }) =>
      moment.random.chance(0.3)
        ? moment.order('cpo', version, {
            type: 'ProposeWindow',
            data: { start: moment.now, end: plusMs(moment.now, hourMs) },
          })
        : undefined,
  ),
  when(verifying, (moment, { version }, { deployment, environment }) =>
    moment.order('deployer', version, {
      type: 'ReportChecks',
      data: { deployment, checks: withoutEvidence(checkResults(environment)) },
    }),
  ),
  when(inProduction, (moment, { version, clients }) =>
    moment.order(
      'cio',
      version,
      moment.random.chance(0.5)
        ? {
            type: 'ProposeWindow',
            data: { start: moment.now, end: plusMs(moment.now, 2 * hourMs) },
          }
        : {
            type: 'DeclareClients',
            data: { affected: clients.are !== 'affected', reason: 'they do see it' },
          },
    ),
  ),
  when(
    ({ breaking, productionStarted }) => (breaking && !productionStarted) || undefined,
    (moment, { version }) => moment.order('cio', version, compileNotes(1, false)),
  ),
  always((moment, release) => {
    if (moment.random.chance(0.3)) return afterTheEnd(moment, release);
    return release.productionStarted || moment.random.chance(0.6)
      ? undefined
      : moment.order('cio', release.version, compileNotes(1, false, true));
  }),
  when(touched, (moment, { version }) =>
    moment.order('cio', version, { type: 'WithdrawRelease', data: { reason: 'not needed' } }),
  ),
  when(rollingBack, (moment, { version }, { rollback }) =>
    moment.order('deployer', version, {
      type: 'ReportRollbackChecks',
      data: { rollback, checks: checkResults('production') },
    }),
  ),
  when(
    ({ replaced }) => [...replaced.keys()][0],
    (moment, { version }, commit) =>
      moment.random.chance(0.3)
        ? moment.order('cio', version, { type: 'ChooseCandidate', data: { commit } })
        : undefined,
  ),
  when(
    ({ block }) => (block.is === 'set' ? block : undefined),
    (moment, { version }) =>
      moment.order('cso', version, { type: 'ClearSecurityBlock', data: { reason: 'fixed' } }),
  ),
  when(
    ({ promotion }) => (promotion.is === 'requested' ? promotion : undefined),
    (moment, { version }) =>
      moment.random.chance(0.2)
        ? moment.order('orchestrator', version, {
            type: 'Deny',
            data: { of: 'promotion', reason: 'not today' },
          })
        : undefined,
  ),
];
