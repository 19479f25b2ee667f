import { Journey } from '../projections/journey.fixture.js';
import { Outbox } from './outbox.js';
import { published, publishedOf, saidIn, stored } from './published.fixture.js';
import type { Published } from './published.fixture.js';

const version = '1.0.0';

const live = (): Journey => new Journey().register().goLive(version);

const typesOf = (messages: readonly Published[]): string[] =>
  messages.map(({ type }) => type.replace(/^roadbook\.(.+)\.v1$/, '$1'));

describe('what is told of a release', () => {
  it('is its way from the plan to production, in the order in which it happened', async () => {
    const environment = ['deployment-requested', 'promotion-ended'];
    const authorized = ['authorization-requested', 'authorization-granted'];
    expect(typesOf(await published(live()))).toStrictEqual([
      'project-registered',
      'release-planned',
      'candidate-chosen',
      'gate-recorded',
      'release-prepared',
      ...authorized,
      ...[...environment, ...environment, ...environment],
      ...['window-proposed', 'window-confirmed'],
      ...authorized,
      ...environment,
      'release-executed',
      'deployment-log-closed',
    ]);
  });

  it('has one key, and what is told of the project has another', async () => {
    const messages = await published(live());
    expect(messages[0]).toMatchObject({ topic: 'roadbook.releases', key: 'web' });
    expect(new Set(messages.slice(1).map(({ key }) => key))).toStrictEqual(new Set(['web/1.0.0']));
  });

  it('stands on the topic of requests where a deployer has to act', async () => {
    const messages = await published(live());
    expect([...new Set(messages.map(({ topic, type }) => `${topic} ${type}`))].sort()).toContain(
      'roadbook.deployments.requested roadbook.deployment-requested.v1',
    );
    expect(new Set(messages.map(({ topic }) => topic))).toStrictEqual(
      new Set(['roadbook.releases', 'roadbook.deployments.requested']),
    );
  });

  it('says which event it tells of, where that stands, and what it follows from', async () => {
    const journey = new Journey().register().plan(version);
    const [, planned] = await published(journey);
    const event = journey.log.at(-1)!;
    expect(planned).toStrictEqual({
      type: 'roadbook.release-planned.v1',
      id: planned?.id,
      topic: 'roadbook.releases',
      key: 'web/1.0.0',
      correlationId: event.correlationId,
      causationId: event.id,
      streamRevision: 0,
      data: {
        project: 'web',
        version,
        event: event.id,
        recordedAt: event.recordedAt,
        actor: 'cio',
        role: 'cio',
        kind: 'standard',
        breaking: false,
        tickets: [
          {
            id: 'T-1.0.0',
            title: 'What is new in 1.0.0',
            type: 'feature',
            ui: false,
            securityScope: [],
          },
        ],
      },
    });
  });

  it('is the same at every repeat, with the same ids, in whatever order events come again', async () => {
    const { store, events } = await stored(live().rollBack(version));
    const outbox = new Outbox(store);
    const first = await publishedOf(outbox, events);
    const again = await publishedOf(outbox, [...events].reverse());
    expect(again.map(({ id }) => id).sort()).toStrictEqual(first.map(({ id }) => id).sort());
    const byId = new Map(again.map((message) => [message.id, message]));
    expect(first.map(({ id }) => byId.get(id))).toStrictEqual(first);
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
  });

  it('says when something happened where its reporter said so', async () => {
    const journey = new Journey().register();
    const occurredAt = '2026-03-02T07:59:00.000Z';
    journey.plan(version, { occurredAt });
    const [planned] = saidIn(await published(journey), 'roadbook.release-planned.v1');
    expect(planned?.occurredAt).toBe(occurredAt);
  });

  it('is nothing of an event that only a newer version knows', async () => {
    const { store, events } = await stored(new Journey().register().plan(version));
    const newer = { ...events.at(-1)!, type: 'ReleaseFramed' };
    expect(await new Outbox(store).messagesOf(newer)).toStrictEqual([]);
  });
});
