import { hourMs, plusMs, gates, gateRole } from '@roadbook/decider';
import { surroundingsIn } from '../simulator/service.js';
import { badPlan, project, reportGate, retitled, someTickets } from './orders.js';
import { nextEnvironment } from './helpful.js';
import { always, requested, when } from './situations.js';
import type { Provocation } from './situations.js';

/** Parity is checked before anybody has told of it. */
const unasked = always((moment, { version, candidate }) =>
  candidate && surroundingsIn(moment.book).parity.id === ''
    ? moment.order('cio', version, { type: 'CheckParity', data: {} })
    : undefined,
);

/** In situations that stay for a while. */
export const lasting: readonly Provocation[] = [
  always((moment) =>
    moment.act('cio', {
      of: 'road',
      command: { type: 'RegisterProject', data: { project, name: 'A shop of my own' } },
    }),
  ),
  /** Past the claim on the road, as nobody can from outside: the release itself refuses it. */
  when(
    ({ productionTouched }) => productionTouched || undefined,
    (moment, { version }) =>
      moment.order('cio', version, {
        type: 'StartRollback',
        data: {
          ...{ claim: 'no-such-claim', restores: null, usersAffected: true },
          ...{ reason: 'orders are lost', confirmation: 'since the deployment' },
        },
      }),
  ),
  always((moment, release) =>
    moment.order('cio', release.version, {
      type: 'RequestDeployment',
      data: { environment: nextEnvironment(release), claim: 'no-such-claim' },
    }),
  ),
  always((moment, { version }) => moment.order('cio', version, badPlan(moment.random))),
  // There are few projects whose environments nobody has told of.
  ...[unasked, unasked],
  always((moment, { version, tickets }) => {
    const [ticket] = tickets.keys();
    return ticket === undefined
      ? undefined
      : moment.order('cso', version, {
          type: 'WidenSecurityScope',
          data: { ticket, areas: [moment.random.pick(['pii', 'storage', 'logging'] as const)] },
        });
  }),
  always((moment, { version, tickets }) =>
    moment.order('cio', version, {
      type: 'RetargetTickets',
      data: {
        tickets: moment.random.pick([
          someTickets(moment.random),
          [...tickets.values()].map((ticket) => retitled(ticket, moment.random)),
          [...tickets.values(), ...tickets.values()],
        ] as const),
      },
    }),
  ),
  when(requested, (moment, { version }) =>
    moment.order('cso', version, { type: 'SetSecurityBlock', data: { reason: 'a leak' } }),
  ),
  when(requested, (moment, { version }) =>
    moment.order('orchestrator', version, {
      type: 'Deny',
      data: { of: 'promotion', reason: 'not today' },
    }),
  ),
  when(
    ({ plan }) => plan,
    (moment, { version }, { plan, writtenBy }) =>
      moment.order(
        'cto',
        version,
        { type: 'ReviewRollbackPlan', data: { plan, verdict: 'passed', note: '' } },
        { actor: writtenBy },
      ),
  ),
  when(
    ({ plan, candidate }) => (candidate ? plan : undefined),
    (moment, { version }, { plan }) =>
      moment.order('deployer', version, {
        type: 'StartRehearsal',
        data: {
          rehearsal: `rehearsal-${String(moment.fresh())}`,
          ...{ plan, environment: 'production' },
        },
      }),
  ),
  when(
    ({ candidate }) => candidate,
    (moment, { version, authorities }, { commit }) => {
      const gate = moment.random.pick(gates);
      const others = gates.filter((one) => one !== gate);
      const actor = moment.book.facts.find(
        (fact) => fact.type === 'GateReported' && others.includes(fact.data.gate),
      )?.actor;
      return actor === undefined || authorities.merge.includes(actor)
        ? undefined
        : moment.order(gateRole[gate], version, reportGate(gate, commit, ['T-1'], 'passed'), {
            actor,
          });
    },
  ),
  when(
    ({ candidate }) => candidate,
    (moment, { version, tickets }, { commit: candidate }) =>
      moment.order('cqo', version, {
        type: 'ReportGate',
        data: {
          ...{ gate: 'quality', candidate, tickets: [...tickets.keys()], verdict: 'passed' },
          evidence: {},
        },
      }),
  ),
  always((moment, { version }) =>
    moment.order(
      'deployer',
      version,
      { type: 'ReportContents', data: { candidate: 'commit-0', tickets: [] } },
      { occurredAt: plusMs(moment.now, 61_000) },
    ),
  ),
  always((moment, { version }) => {
    const start = plusMs(moment.now, moment.random.pick([-48, 0] as const) * hourMs);
    const hours = moment.random.pick([-1, 1, 25] as const);
    return moment.order('cio', version, {
      type: 'ProposeWindow',
      data: { start, end: plusMs(start, hours * hourMs) },
    });
  }),
];
