import { driftFound, driftResolved, unannotatedPipelineChangeFound } from '@roadbook/contracts';
import { project } from '../commands/service.fixture.js';
import { OnBus } from './inbox.fixture.js';

const source = 'urn:roadbook:environment';
const [firstEvent, secondEvent] = [
  '886313e1-3b8a-5372-9b90-0c9aee199e5d',
  '2ed6657d-e927-568b-95e1-2665a8aea6a2',
];

const happening = {
  project,
  recordedAt: '2026-01-01T09:59:00.000Z',
  actor: 'deployer',
  role: 'deployer',
} as const;

describe('what the environment service tells', () => {
  let bus: OnBus;

  beforeEach(async () => {
    bus = new OnBus();
    await bus.service.register();
  });

  afterEach(() => bus.stop());

  const notified = () => bus.service.store.readStream(`notifications-${project}`);

  it('is told to roles: drift, and a pipeline change without annotation, each once', async () => {
    const drift = {
      ...happening,
      event: firstEvent,
      environment: 'staging',
      drift: [
        {
          setting: 'payment.timeout',
          environment: 'staging',
          kind: 'between',
          expected: { value: '30s' },
          observed: { value: '45s' },
        },
      ],
    } as const;
    const change = {
      ...happening,
      event: secondEvent,
      before: 'a'.repeat(64),
      definition: 'b'.repeat(64),
      change: 'the definition changed',
    } as const;
    for (const id of ['message-a', 'message-b']) {
      await bus.publish(driftFound, drift, { source, id });
      await bus.publish(unannotatedPipelineChangeFound, change, { source, id: `${id}2` });
    }
    await bus.until(async () => (await notified()).length >= 2);
    await bus.publish(driftFound, { ...drift, event: '3f333df6-90a4-5fda-8dd3-9485d27cee36' });
    await bus.until(async () => (await notified()).length >= 3);
    expect(
      (await notified()).map(({ data, role, causationId }) => [
        data.subject,
        data.tellsOf,
        data.happenedAt,
        role,
        causationId,
      ]),
    ).toStrictEqual([
      ['shop: staging drifts', firstEvent, happening.recordedAt, 'system', firstEvent],
      [
        'shop is blocked: its pipeline was changed without annotation',
        secondEvent,
        happening.recordedAt,
        'system',
        secondEvent,
      ],
      expect.arrayContaining(['shop: staging drifts']),
    ]);
  });

  it('is left alone where nothing follows from it here', async () => {
    const resolved = {
      ...happening,
      event: firstEvent,
      environment: 'staging',
      drift: [
        {
          setting: 'payment.timeout',
          environment: 'staging',
          kind: 'between',
          foundBy: secondEvent,
          foundAt: happening.recordedAt,
        },
      ],
    } as const;
    await bus.publish(driftResolved, resolved, { source });
    await bus.publish(
      unannotatedPipelineChangeFound,
      {
        ...happening,
        event: secondEvent,
        before: 'a'.repeat(64),
        definition: 'b'.repeat(64),
        change: 'the definition changed',
      },
      { source },
    );
    await bus.until(async () => (await notified()).length === 1);
    expect((await notified())[0]?.data.tellsOf).toBe(secondEvent);
    expect(bus.trouble()).toBeUndefined();
  });
});
