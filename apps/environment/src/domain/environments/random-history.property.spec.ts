import fc from 'fast-check';
import { isRefusal } from '@roadbook/decider';
import type { Environment, Recorded } from '@roadbook/decider';
import type { Act } from '@roadbook/decider/acting';
import { time } from '../acts.fixture.js';
import type { EnvironmentsCommand } from './commands.js';
import { environmentsDecider } from './decide.js';
import type { EnvironmentsEvent } from './events.js';
import { change, everywhere, hours, plain, secret } from './history.fixture.js';
import * as orders from './orders.fixture.js';

/** Few people with many hats: every duty is soon in the hands of somebody who must not have it. */
const people = ['ana', 'ben', 'eva', 'zoe'];
const where = fc.constantFrom(...everywhere);
const configuration = fc
  .constantFrom('10', '20', '30')
  .map((limit) => [plain('LIMIT', limit), secret('TOKEN', 'd1')]);
const concerned = fc.constantFrom<readonly Environment[]>(
  everywhere,
  everywhere,
  ['staging', 'production'],
  ['production'],
);

const order: fc.Arbitrary<Act<EnvironmentsCommand>> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(where, configuration).map((said) => orders.report(...said)) },
  { weight: 3, arbitrary: concerned.map((some) => orders.propose(some)) },
  { weight: 4, arbitrary: fc.constant(orders.confirm()) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(orders.review(), orders.review(), orders.review('failed')),
  },
  { weight: 12, arbitrary: where.map(orders.apply) },
  {
    weight: 10,
    arbitrary: where.map((one) => orders.reportApplication(one)),
  },
  { weight: 1, arbitrary: where.map((one) => orders.reportApplication(one, 'failed')) },
  { weight: 3, arbitrary: fc.constant(orders.requestAuthorization()) },
  { weight: 3, arbitrary: fc.constant(orders.authorize()) },
  { weight: 1, arbitrary: fc.constant(orders.deny()) },
  { weight: 2, arbitrary: fc.constant(orders.proposeWindow()) },
  { weight: 2, arbitrary: fc.constant(orders.confirmWindow()) },
  { weight: 1, arbitrary: fc.constant(orders.revert()) },
  { weight: 2, arbitrary: where.map((one) => orders.reportReversal(one)) },
  { weight: 1, arbitrary: fc.constant(orders.withdraw()) },
);

/** Half of the steps are the next of the protocol, so that histories come far. */
const step = fc.record({
  order,
  person: fc.constantFrom(...people),
  clock: fc.constantFrom('08:30', '10:00', '16:00', '18:00'),
});

const observation = [plain('LIMIT', '20'), secret('TOKEN', 'd1')];
const helpful: readonly Act<EnvironmentsCommand>[] = [
  ...everywhere.map((one) => orders.report(one)),
  orders.propose(),
  orders.confirm(),
  orders.review(),
  ...(['dev', 'qa', 'staging'] as const).flatMap((one) => [
    orders.apply(one),
    orders.reportApplication(one),
    orders.report(one, observation),
  ]),
  orders.requestAuthorization(),
  orders.authorize(),
  orders.proposeWindow(),
  orders.confirmWindow(),
  orders.apply('production'),
  orders.reportApplication('production'),
  orders.report('production', observation),
];
const helpfulBy = ['ana', 'ben', 'eva', 'zoe'];

type Happened = Recorded<EnvironmentsEvent>;

/** The history of random orders in between those of the protocol, as it was recorded. */
function historyOf(
  steps: readonly { order: Act<EnvironmentsCommand>; person: string; clock: string }[][],
) {
  const history: Happened[] = [];
  let state = environmentsDecider.initial;
  const give = (
    { what, origin: { role = 'cio' } }: Act<EnvironmentsCommand>,
    actor: string,
    at: string,
  ) => {
    const origin = { actor, role: role, at, commandId: '', correlationId: '' };
    const events = environmentsDecider.decide(what, state, origin);
    if (isRefusal(events)) return;
    for (const event of events) {
      const revision = history.length;
      const recorded = {
        ...event,
        ...{ actor, role, commandId: '', recordedAt: at },
        id: `e${revision}`,
        revision,
      };
      history.push(recorded);
      state = environmentsDecider.evolve(state, recorded);
    }
  };
  give(orders.open(), 'system', time('08:00'));
  steps.forEach((between, index) => {
    const next = helpful[index];
    if (next) give(next, helpfulBy[index % helpfulBy.length]!, time('10:00'));
    for (const { order: one, person, clock } of between) give(one, person, time(clock));
  });
  return history;
}

/** What the specification says, asked of the history and of nothing else. */
function breachesIn(history: readonly Happened[]): string[] {
  const breaches: string[] = [];
  const about = history.filter(({ data }) => (data as { change?: unknown }).change === change);
  const type = (name: EnvironmentsEvent['type']) => about.filter((event) => event.type === name);
  const before = (event: Happened, name: EnvironmentsEvent['type']) =>
    type(name).filter(({ revision }) => revision < event.revision);
  const authors = type('ConfigurationChangeProposed').map(({ actor }) => actor);
  const confirmers = type('ConfigurationChangeConfirmed').map(({ actor }) => actor);
  const reviewers = type('ConfigurationChangeReviewed').map(({ actor }) => actor);
  if (authors.some((one) => confirmers.includes(one) || reviewers.includes(one)))
    breaches.push('an author confirmed or reviewed');
  if (confirmers.some((one) => reviewers.includes(one))) breaches.push('who confirmed reviewed');

  for (const event of type('ConfigurationChangeAuthorized')) {
    const denied = before(event, 'ConfigurationChangeDenied').at(-1)?.revision ?? -1;
    const requests = before(event, 'ConfigurationAuthorizationRequested').filter(
      ({ revision }) => revision > denied,
    );
    if (requests.length === 0) breaches.push('authorized without a request');
    if (requests.some(({ actor }) => actor === event.actor))
      breaches.push('a requester authorized');
  }

  for (const event of type('ConfigurationApplicationOrdered')) {
    const { environment } = event.data as { environment: Environment };
    const [proposal] = type('ConfigurationChangeProposed');
    const { environments } = proposal?.data as { environments: readonly Environment[] };
    const below = environments.slice(0, environments.indexOf(environment));
    const shown = before(event, 'ConfigurationApplicationObserved').map(
      ({ data }) => (data as { environment: Environment }).environment,
    );
    if (!environments.includes(environment)) breaches.push('ordered where it is not concerned');
    if (below.some((one) => !shown.includes(one)))
      breaches.push(`ordered out of turn: ${environment}`);
    if (before(event, 'ConfigurationChangeConfirmed').length === 0) breaches.push('not confirmed');
    const verdict = before(event, 'ConfigurationChangeReviewed').at(-1)?.data as
      { verdict: string } | undefined;
    if (verdict?.verdict !== 'passed') breaches.push('review not passed');
    if (environment !== 'production') continue;
    const last = [
      ...before(event, 'ConfigurationChangeAuthorized'),
      ...before(event, 'ConfigurationChangeDenied'),
    ].sort((one, other) => one.revision - other.revision);
    if (last.at(-1)?.type !== 'ConfigurationChangeAuthorized') breaches.push('not authorized');
    const confirmed = before(event, 'ConfigurationWindowConfirmed').at(-1);
    const inside = event.recordedAt >= hours.start && event.recordedAt < hours.end;
    if (!confirmed || !inside) breaches.push('outside a confirmed window');
    const proposers = before(event, 'ConfigurationWindowProposed').map(({ actor }) => actor);
    if (confirmed && proposers.includes(confirmed.actor)) breaches.push('a proposer confirmed');
  }

  const reverted = type('ConfigurationReverted').map(
    ({ data }) => (data as { environment: Environment }).environment,
  );
  const downwards = [...reverted].sort(
    (one, other) => everywhere.indexOf(other) - everywhere.indexOf(one),
  );
  if (reverted.join() !== downwards.join()) breaches.push('reverted out of order');
  return breaches;
}

describe('whatever is ordered by whomever', () => {
  const reached = new Set<string>();

  it('no configuration change gets round its protocol', () => {
    const between = fc.array(step, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(between, { minLength: 20, maxLength: 30 }), (steps) => {
        const history = historyOf(steps);
        for (const { type } of history) reached.add(type);
        expect(breachesIn(history)).toStrictEqual([]);
      }),
      { numRuns: 400, seed: 20_260_302 },
    );
  });

  it('and the histories come as far as production, and back', () => {
    expect([...reached]).toStrictEqual(
      expect.arrayContaining([
        'ConfigurationChangeAuthorized',
        'ConfigurationChangeCompleted',
        'ConfigurationChangeReverted',
        'ConfigurationChangeWithdrawn',
        'ConfigurationApplicationFailed',
      ]),
    );
  });
});
