import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { eventually } from '../journeys/api/eventually.js';
import { ChaoticMessaging } from './chaotic-messaging.js';

const topic = 'roadbook.tests';
const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
const rounds = 40;
const bodyOf = ({ body }: Pick<Message, 'body'>) => Buffer.from(body).toString();

const published = Array.from({ length: rounds }, (_, round) =>
  keys.map((key) => ({ key, headers: {}, body: Buffer.from(`${key}${String(round)}`) })),
).flat();

const firstOfEach = (bodies: readonly string[]) => [...new Set(bodies)];
const lastOfEach = (bodies: readonly string[]) => firstOfEach([...bodies].reverse()).reverse();

describe('chaotic messaging', () => {
  let folder: string;
  let delivered: string[];
  let late: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'roadbook-chaos-'));
    const topics = [{ name: topic, summary: 'What is said in tests' }];
    const chaos = new ChaoticMessaging(
      SqliteMessaging.open(join(folder, 'messages.db'), { topics }),
      7,
    );
    for (let at = 0; at < published.length; at += keys.length)
      await chaos.publish(topic, published.slice(at, at + keys.length));
    await eventually(() => Promise.resolve(chaos.quiet));
    delivered = (await chaos.read(topic)).messages.map(bodyOf);
    ({ late } = chaos);
    await chaos.close();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('delivers each message twice', () => {
    const twice = published.flatMap((message) => [bodyOf(message), bodyOf(message)]);
    expect([...delivered].sort()).toStrictEqual(twice.sort());
  });

  it('keeps the order within a key, for the first delivery and for the second', () => {
    for (const key of keys) {
      const ofKey = (bodies: readonly string[]) => bodies.filter((body) => body.startsWith(key));
      const order = ofKey(published.map(bodyOf));
      expect(firstOfEach(ofKey(delivered))).toStrictEqual(order);
      expect(lastOfEach(ofKey(delivered))).toStrictEqual(order);
    }
  });

  it('shuffles across keys, and lets some be overtaken', () => {
    expect(firstOfEach(delivered)).not.toStrictEqual(published.map(bodyOf));
    expect(late).toBeGreaterThan(0);
  });

  it('repeats some only after others of the same key', () => {
    const ofA = delivered.filter((body) => body.startsWith('a'));
    const atOnce = ofA.filter((body, index) => body === ofA[index + 1]);
    expect(atOnce.length).toBeLessThan(rounds);
  });
});
