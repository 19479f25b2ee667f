import { isRefusal } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import type { RoadCommand } from './commands.js';
import { roadDecider } from './decide.js';
import type { Road } from './road.js';

/**
 * A release may claim an environment again that it holds. The claim below may have started something that still runs or stands there,
 * so it comes back when the claim above comes to nothing.
 */
const origin = (role: Origin['role']): Origin => ({
  actor: role,
  role,
  at: '2026-03-02T09:00:00.000Z',
  commandId: 'command',
  correlationId: 'command',
});

const roleOf = ({ type }: RoadCommand): Origin['role'] => {
  if (type === 'RegisterProject') return 'orchestrator';
  return type === 'ClaimEnvironment' ? 'cio' : 'system';
};

const roadAfter = (...commands: RoadCommand[]): Road =>
  commands.reduce<Road>((road, command) => {
    const decision = roadDecider.decide(command, road, origin(roleOf(command)));
    if (isRefusal(decision)) throw new Error(decision.refused[0].missing);
    return decision.reduce<Road>(
      (state, event, index) =>
        roadDecider.evolve(state, {
          ...event,
          ...{ id: event.type, revision: index, recordedAt: origin('cio').at },
          ...{ actor: 'cio', role: 'cio', commandId: 'command' },
        }),
      road,
    );
  }, roadDecider.initial);

const registered: RoadCommand = {
  type: 'RegisterProject',
  data: { project: 'shop', name: 'Shop' },
};
const claims = (claim: string, version = '1.5.0'): RoadCommand => ({
  type: 'ClaimEnvironment',
  data: {
    ...{ claim, environment: 'production', version },
    ...{ candidate: 'c0ffee', kind: 'standard', breaking: false },
  },
});
const vacates = (
  claim: string,
  outcome: Extract<RoadCommand, { type: 'VacateEnvironment' }>['data']['outcome'],
): RoadCommand => ({
  type: 'VacateEnvironment',
  data: { claim, environment: 'production', outcome },
});
const holder = (road: Road) => road.claims.production?.claim;

describe('an environment that was claimed again by the release that holds it', () => {
  it('stands in production once, also where a claim that had passed was made and left again', () => {
    const passed = [registered, claims('1'), vacates('1', 'passed')];
    const again = [claims('1'), vacates('1', 'passed')];
    expect(roadAfter(...passed, ...again).standing).toStrictEqual(roadAfter(...passed).standing);
  });

  it('goes back to the claim below when the one above did not start', () => {
    expect(
      holder(roadAfter(registered, claims('1'), claims('2'), vacates('2', 'not-started'))),
    ).toBe('1');
  });

  it('goes back to the claim below when the request on the one above was withdrawn', () => {
    expect(holder(roadAfter(registered, claims('1'), claims('2'), vacates('2', 'withdrawn')))).toBe(
      '1',
    );
  });

  it('stays with the claim above when what the one below had started has ended', () => {
    expect(holder(roadAfter(registered, claims('1'), claims('2'), vacates('1', 'withdrawn')))).toBe(
      '2',
    );
  });

  it('is free when both have come to their ends, in whichever order', () => {
    const both = [registered, claims('1'), claims('2')];
    expect(holder(roadAfter(...both, vacates('1', 'withdrawn'), vacates('2', 'not-started')))).toBe(
      undefined,
    );
    expect(holder(roadAfter(...both, vacates('2', 'not-started'), vacates('1', 'withdrawn')))).toBe(
      undefined,
    );
  });

  it('is free when the attempt above has passed, whatever the one below had left there', () => {
    expect(holder(roadAfter(registered, claims('1'), claims('2'), vacates('2', 'passed')))).toBe(
      undefined,
    );
  });

  it('is not among the claims when it is free', () => {
    const road = roadAfter(registered, claims('1'), vacates('1', 'withdrawn'));
    expect(Object.values(road.claims)).toStrictEqual([]);
  });

  it('counts as started in production when only the claim below had started there', () => {
    expect(
      roadAfter(
        ...[registered, claims('1'), claims('2')],
        ...[vacates('1', 'withdrawn'), vacates('2', 'not-started')],
      ).highestStarted,
    ).toBe('1.5.0');
  });
});
