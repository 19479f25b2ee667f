import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { topicNamed, topics } from '@roadbook/contracts';
import { deadLettersOf } from '@roadbook/messaging';
import { DeadLetters } from '@roadbook/messaging/dead-letters';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { messageOf } from '@roadbook/messaging/envelope';
import { eventually } from '../api/eventually.js';
import { Service } from '../api/service.js';
import { foundIn, Turns } from './planted.js';
import { textsOn } from './said.js';
import { plant } from './text-fields.js';
import { Traces } from './traces.js';

const patience = 120_000;

/** Who takes what is on a topic. */
const consumersOf: Readonly<Record<string, readonly string[]>> = {
  [topicNamed.gates.name]: ['release'],
  [topicNamed.deploymentsReported.name]: ['release'],
  [topicNamed.environments.name]: ['knowledge-base', 'release'],
  [topicNamed.releases.name]: ['environment', 'knowledge-base'],
  [topicNamed.questions.name]: ['environment.questions', 'knowledge-base.questions'],
};

/** What a broker brings has passed no door: each service looks at it before anything else. */
describe('a secret in a message that a broker brings', () => {
  const traces = new Traces();
  const turns = new Turns();
  let service: Service;
  let messaging: SqliteMessaging;
  let deadLetters: DeadLetters;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-journey-'));
    const settings = { ROADBOOK_TRUST_BUS: 'true' };
    service = await Service.start(undefined, folder, { settings, logger: traces.logger });
    messaging = SqliteMessaging.open(join(folder, 'messages.db'), { topics });
    deadLetters = new DeadLetters(messaging, service.clock);
  });
  afterAll(async () => {
    await messaging.close();
    await service.stop();
  });

  it.each(Object.entries(consumersOf))(
    'is a dead letter of whoever takes %s, in every text of every type',
    async (topic, consumers) => {
      const expected: string[] = [];
      const messages = textsOn(topic).map(({ of, way, field }, index) => {
        const [one] = turns.take(1);
        if (!one) throw new Error('there is nothing to plant');
        expected.push(...consumers.map((consumer) => `${consumer}: ${field} holds ${one.shape}`));
        const envelope = {
          ...{ id: `${of.name}-${String(index)}`, source: 'urn:example:ci', type: of.type },
          ...{ time: service.clock.now(), datacontenttype: 'application/json' },
          data: plant(of.example, way, one.secret),
        };
        return messageOf({ key: 'shop/1.4.0', envelope });
      });
      expect(messages.length).toBeGreaterThan(5);
      await messaging.publish(topic, messages);
      const letters = () => deadLetters.list(topic);
      await eventually(async () => (await letters()).length >= expected.length, patience);
      const reasons = (await letters()).map(
        ({ consumer, reason }) => `${consumer}: ${reason.split(': ')[0] ?? ''}`,
      );
      expect(reasons.sort()).toStrictEqual(expected.sort());
    },
    patience,
  );

  it('is in no dead letter, no line of the log, and no file but that of the messages themselves', async () => {
    for (const topic of Object.keys(consumersOf))
      for (let after: string | undefined, atEnd = false; !atEnd;) {
        const page = await messaging.read(deadLettersOf(topic), { after });
        for (const { key, headers, body } of page.messages)
          expect(
            foundIn(key + JSON.stringify(headers) + Buffer.from(body).toString()),
          ).toStrictEqual([]);
        ({ mark: after, atEnd } = page);
      }
    const ready = await service.send({ method: 'GET', path: '/health/ready' });
    expect(ready.statusCode).toBe(200);
    await service.close();
    expect(traces.inLog()).toStrictEqual([]);
    const { found, files } = traces.inFiles(service.dataFolder, ['messages.db']);
    expect([found, files > 5]).toStrictEqual([{}, true]);
  });
});
