import { condition, met, missing, gateRole, listed } from '@roadbook/decider';
import type { Condition, Gate } from '@roadbook/decider';
import { candidateOf } from './hard-rules/standpoint.js';
import type { Standpoint } from './hard-rules/standpoint.js';
import type { Shown, StandingVerdict } from './release/state.js';
import { gateApplies } from './tickets.js';

/** What must hold of the candidate itself before a release is prepared (protocol 1, steps 1 and 2, and the gates). */

export const candidateIsChosen: Condition<Standpoint> = condition(
  'candidate-chosen',
  { from: 'cio' },
  ({ release: { candidate } }) =>
    candidate ? met(candidate.event) : missing('no candidate was chosen for this release'),
);

export const ticketsAreMerged: Condition<Standpoint> = condition(
  'tickets-merged',
  { from: 'cto' },
  ({ release }) => {
    const tickets = [...release.tickets.values()];
    const open = tickets.filter(({ merged }) => merged === undefined).map(({ id }) => id);
    return open.length > 0
      ? missing(`not merged: ${listed(open)}`)
      : met(lastOf(tickets.map(({ merged }) => merged)));
  },
);

/** Every targeted ticket is in the candidate, and nothing that was not targeted. */
export const ticketsArePresent: Condition<Standpoint> = condition(
  'tickets-present',
  { from: 'deployer' },
  (standpoint) => {
    const { contents } = candidateOf(standpoint);
    if (!contents) return missing('the tickets contained in the candidate were not reported');
    const { tickets } = standpoint.release;
    const contained = new Set(contents.tickets);
    const absent = [...tickets.keys()].filter((id) => !contained.has(id));
    const untargeted = contents.tickets.filter((id) => !tickets.has(id));
    if (absent.length > 0) return missing(`not in the candidate: ${listed(absent)}`, 'cio');
    return untargeted.length > 0
      ? missing(`in the candidate without being targeted: ${listed(untargeted)}`, 'cio')
      : met(contents.event);
  },
);

export const testSuitePassed: Condition<Standpoint> = condition(
  'test-suite-passed',
  { from: 'deployer' },
  (standpoint) => {
    const { testSuite } = candidateOf(standpoint);
    if (!testSuite) return missing('the full test suite was not run against this candidate');
    return testSuite.verdict === 'passed'
      ? met(testSuite.event)
      : missing(`the full test suite is ${testSuite.verdict} on this candidate`);
  },
);

/** The gate of every ticket that it applies to has passed for this candidate. Met without evidence where it applies to none. */
const gateHasPassed = (gate: Gate): Condition<Standpoint> =>
  condition(`${gate}-gate-passed`, { from: gateRole[gate] }, (standpoint) => {
    const standing = candidateOf(standpoint).gates[gate];
    const passed: StandingVerdict[] = [];
    const open: string[] = [];
    for (const ticket of standpoint.release.tickets.values()) {
      if (!gateApplies(gate, ticket)) continue;
      const verdict = standing.get(ticket.id);
      if (verdict?.verdict === 'passed') passed.push(verdict);
      else open.push(verdict ? `${ticket.id} (${verdict.verdict})` : ticket.id);
    }
    return open.length > 0
      ? missing(`waiting for the ${gate} gate of ${listed(open)}`)
      : met(lastOf(passed));
  });

export const gateConditions: Readonly<Record<Gate, Condition<Standpoint>>> = {
  quality: gateHasPassed('quality'),
  design: gateHasPassed('design'),
  security: gateHasPassed('security'),
};

/** The event with which the last of them was shown. */
const lastOf = (shown: readonly (Shown | undefined)[]): string | undefined => {
  const [first, ...others] = shown.flatMap((one) => one ?? []);
  return (
    first && others.reduce((last, one) => (one.revision > last.revision ? one : last), first).event
  );
};
