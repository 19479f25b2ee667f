import { condition, met, missing } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import { candidateOf } from './hard-rules/standpoint.js';
import type { Standpoint } from './hard-rules/standpoint.js';
import { gateApplies, gateRole } from './tickets.js';
import type { Gate } from './tickets.js';

/** What must hold of the candidate itself before a release is prepared (protocol 1, steps 1 and 2, and the gates). */

export const candidateIsChosen: Condition<Standpoint> = condition(
  'candidate-chosen',
  { from: 'cio' },
  ({ release: { candidate } }) =>
    candidate ? met() : missing('no candidate was chosen for this release'),
);

export const ticketsAreMerged: Condition<Standpoint> = condition(
  'tickets-merged',
  { from: 'cto' },
  ({ release }) => {
    const tickets = Object.values(release.tickets);
    const open = tickets.filter(({ merged }) => merged === undefined).map(({ id }) => id);
    return open.length > 0
      ? missing(`not merged: ${list(open)}`)
      : met(tickets[tickets.length - 1]?.merged);
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
    const absent = Object.keys(tickets).filter((id) => !contained.has(id));
    const untargeted = contents.tickets.filter((id) => !(id in tickets));
    if (absent.length > 0) return missing(`not in the candidate: ${list(absent)}`);
    return untargeted.length > 0
      ? missing(`in the candidate without being targeted: ${list(untargeted)}`)
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
    let evidence: string | undefined;
    const open: string[] = [];
    for (const ticket of Object.values(standpoint.release.tickets)) {
      if (!gateApplies(gate, ticket)) continue;
      const verdict = standing[ticket.id];
      if (verdict?.verdict === 'passed') evidence = verdict.event;
      else open.push(verdict ? `${ticket.id} (${verdict.verdict})` : ticket.id);
    }
    return open.length > 0
      ? missing(`waiting for the ${gate} gate of ${list(open)}`)
      : met(evidence);
  });

export const qualityGatePassed = gateHasPassed('quality');
export const designGatePassed = gateHasPassed('design');
export const securityGatePassed = gateHasPassed('security');

export const gateConditions = [qualityGatePassed, designGatePassed, securityGatePassed];

const listedMax = 10;

const list = (ids: readonly string[]): string =>
  ids.length <= listedMax
    ? ids.join(', ')
    : `${ids.slice(0, listedMax).join(', ')} and ${String(ids.length - listedMax)} more`;
