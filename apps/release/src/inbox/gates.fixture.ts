import type { GateReported } from '@roadbook/contracts';
import { project } from '../commands/service.fixture.js';
import type { Ticket } from '../domain/tickets.js';
import type { OnBus } from './inbox.fixture.js';

export const version = '1.4.0';
export const candidate = 'c0ffee1';

export const ticket = (id: string): Ticket => ({
  id,
  title: `What ${id} is about`,
  type: 'feature',
  ui: true,
  securityScope: ['auth'],
});

export const passed: GateReported = {
  project,
  version,
  gate: 'quality',
  candidate,
  tickets: ['T-1'],
  verdict: 'passed',
  evidence: { note: 'all green' },
};

/** A release that verdicts can be reported on. */
export async function planned(
  { service }: OnBus,
  tickets: readonly Ticket[] = [ticket('T-1')],
): Promise<void> {
  await service.register();
  const plan = { project, version, kind: 'standard', breaking: false, tickets } as const;
  await service.must(version, 'cio', { type: 'PlanRelease', data: plan });
  await service.must(version, 'cio', { type: 'ChooseCandidate', data: { commit: candidate } });
}
