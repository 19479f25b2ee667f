import { gateReported } from '@roadbook/contracts';
import { project } from '../commands/service.fixture.js';
import { passed, planned, version } from './gates.fixture.js';
import { OnBus } from './inbox.fixture.js';

describe('the inbox where the bus is trusted', () => {
  let bus: OnBus;

  beforeEach(() => {
    bus = new OnBus({ trusted: true });
  });

  afterEach(() => bus.stop());

  it('takes a report of whoever sends as its source, in the role that owns it', async () => {
    await planned(bus);
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
