import { topicNamed } from '@roadbook/contracts';
import type { StoredEvent } from '@roadbook/event-store';
import { toldOf } from '../domain/notifications/told.fixture.js';
import { Journey } from '../projections/journey.fixture.js';
import { digestOf, idOf, published, saidIn } from './published.fixture.js';

const version = '1.0.0';

/** The events by which roles are told of a story. */
const notified = (journey: Journey): StoredEvent[] =>
  toldOf(journey).map(({ event, ...data }, revision) => ({
    ...event,
    id: idOf(`notification ${String(revision)}`),
    stream: 'notifications-web',
    revision,
    type: 'RolesNotified',
    actor: 'system',
    role: 'system',
    data: {
      ...(data as unknown as StoredEvent['data']),
      tellsOf: event.id,
      happenedAt: event.recordedAt,
    },
  }));

describe('what is told to roles', () => {
  const journey = new Journey().register().goLive(version);
  const notifications = notified(journey);

  it('is one message for each role, with ids of their own', async () => {
    const messages = await published({ log: notifications.slice(0, 1) });
    expect(messages.map(({ topic, key }) => [topic, key])).toStrictEqual(
      Array.from({ length: 3 }, () => [topicNamed.notifications.name, 'web/1.0.0']),
    );
    const said = saidIn(messages, 'roadbook.role-notified.v1');
    expect(said.map(({ to, subject }) => [to, subject])).toStrictEqual([
      ['cio', 'web 1.0.0 is ready'],
      ['cto', 'web 1.0.0 is ready'],
      ['cpo', 'web 1.0.0 is ready'],
    ]);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(3);
  });

  it('has the rollback plan itself before production', async () => {
    const said = saidIn(await published({ log: notifications }), 'roadbook.role-notified.v1');
    const withPlan = said.filter(({ rollbackPlan }) => rollbackPlan !== undefined);
    expect(withPlan.map(({ to }) => to)).toStrictEqual(['orchestrator', 'cto', 'cco']);
    expect(withPlan[0]?.rollbackPlan?.plan).toBe(digestOf('plan-1.0.0'));
    expect(withPlan[0]?.text).toContain('1. drain: ops drain');
  });

  it('says what is to be acknowledged, and where', async () => {
    const said = saidIn(await published({ log: notifications }), 'roadbook.role-notified.v1');
    expect(said.filter(({ acknowledge }) => acknowledge !== null)).toMatchObject([
      {
        to: 'cco',
        about: { version, environment: 'production' },
        acknowledge: {
          what: 'Acknowledge that clients are told of this version and window',
          address: '/v1/projects/web/releases/1.0.0/client-communication',
        },
      },
    ]);
  });

  it('has the key of the project where it is about no release', async () => {
    const drift = {
      ...notifications[0]!,
      data: { ...notifications[0]!.data, about: { environment: 'staging' } },
    };
    const [message] = await published({ log: [drift] });
    expect(message?.key).toBe('web');
  });
});
