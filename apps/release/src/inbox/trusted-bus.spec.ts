import { gateReported } from '@roadbook/contracts';
import type { GateReported } from '@roadbook/contracts';
import { project } from '../commands/service.fixture.js';
import type { Ticket } from '../domain/tickets.js';
import { OnBus } from './inbox.fixture.js';

const version = '1.4.0';
const candidate = 'c0ffee1';

const ticket: Ticket = {
  id: 'T-1',
  title: 'Keep the session after a restart',
  type: 'feature',
  ui: true,
  securityScope: ['auth'],
};

const passed: GateReported = {
  project,
  version,
  candidate,
  gate: 'quality',
  tickets: ['T-1'],
  verdict: 'passed',
  evidence: { note: 'all green' },
};

describe('the inbox where the bus is trusted', () => {
  let bus: OnBus;

  beforeEach(() => {
    bus = new OnBus({ trusted: true });
  });

  afterEach(() => bus.stop());

  it('takes a report of whoever sends as its source, in the role that owns it', async () => {
    await bus.service.register();
    const tickets = [ticket];
    const plan = { project, version, kind: 'standard', breaking: false, tickets } as const;
    await bus.service.must(version, 'cio', { type: 'PlanRelease', data: plan });
    await bus.service.must(version, 'cio', {
      type: 'ChooseCandidate',
      data: { commit: candidate },
    });
    await bus.publish(gateReported, passed, { source: 'urn:example:quality' });
    await bus.publish(
      gateReported,
      { ...passed, gate: 'security' },
      { source: 'urn:example:quality' },
    );
    expect(await bus.reasons(1)).toStrictEqual([
      'this identity reported the quality gate on this release, so another one has to report the security gate',
    ]);
    const stream = await bus.service.store.readStream(`release-${project}@${version}`);
    expect(stream.at(-1)).toMatchObject({
      type: 'GateReported',
      actor: 'a_urn_example_quality',
      role: 'cqo',
    });
  });
});
