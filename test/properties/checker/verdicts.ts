import type { Verdict } from '../../../apps/release/src/domain/verdicts.js';
import type { Fact, FactOf } from '../fact.js';
import type { Chronicle } from './chronicle.js';

/** Which verdict stands: the one with the later reporter's time, at equal times the worse one. */

const worst: readonly Verdict[] = ['passed', 'inconclusive', 'failed'];

export interface Said {
  readonly verdict: Verdict;
  readonly at: string;
}

export const saidAt = ({ recordedAt, occurredAt }: Fact): string => occurredAt ?? recordedAt;

export function standing(said: readonly Said[]): Verdict | undefined {
  const latest = said.reduce((last, { at }) => (at > last ? at : last), '');
  const verdicts = said.filter(({ at }) => at === latest).map(({ verdict }) => verdict);
  return worst[Math.max(...verdicts.map((verdict) => worst.indexOf(verdict)))];
}

/** The verdict that stands on each check of a deployment at that moment, with those that came after its end. */
export function checksOf(
  release: Chronicle,
  deployment: string,
  before: number,
): ReadonlyMap<string, Verdict | undefined> {
  const said = release
    .all('ChecksReported', before)
    .filter(({ data }) => data.deployment === deployment)
    .flatMap((fact) => fact.data.checks.map((one) => ({ ...one, at: saidAt(fact) })));
  const names = [...new Set(said.map(({ check }) => check))];
  return new Map(names.map((name) => [name, standing(said.filter(({ check }) => check === name))]));
}

interface Ticket {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly ui: boolean;
  readonly securityScope: readonly string[];
}

/** The tickets that were targeted at that moment, with the scope that the cso had widened. */
export function targeted(release: Chronicle, before: number): Ticket[] {
  const targets =
    release.last('TicketsRetargeted', before) ?? release.last('ReleasePlanned', before);
  const widened = release.all('SecurityScopeWidened', before);
  return (targets?.data.tickets ?? []).map(({ id, title, type, ui, securityScope }) => ({
    ...{ id, title, type, ui },
    securityScope: [
      ...securityScope,
      ...widened.filter(({ data }) => data.ticket === id).flatMap(({ data }) => data.areas),
    ],
  }));
}

type Gate = FactOf<'GateReported'>['data']['gate'];

const needs: Readonly<Record<Gate, (ticket: Ticket) => boolean>> = {
  quality: () => true,
  design: ({ ui }) => ui,
  security: ({ securityScope }) => securityScope.length > 0,
};

/** The tickets for which the gate is not passed on this candidate at that moment. */
export function openTickets(
  release: Chronicle,
  gate: Gate,
  candidate: string,
  before: number,
): string[] {
  const reports = release
    .all('GateReported', before)
    .filter(({ data }) => data.gate === gate && data.candidate === candidate);
  return targeted(release, before)
    .filter(needs[gate])
    .map(({ id }) => id)
    .filter((id) => {
      const said = reports
        .filter(({ data }) => data.tickets.includes(id))
        .map((fact) => ({ verdict: fact.data.verdict, at: saidAt(fact) }));
      return standing(said) !== 'passed';
    });
}

export const gatesOpen = (release: Chronicle, candidate: string, before: number): boolean =>
  (['quality', 'design', 'security'] as const).some(
    (gate) => openTickets(release, gate, candidate, before).length > 0,
  );
