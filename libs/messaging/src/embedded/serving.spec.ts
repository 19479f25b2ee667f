import { copyFileSync, existsSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { delays, topics } from '../contract/index.js';
import {
  aMessage,
  gate,
  keys,
  messages,
  readToEnd,
  Taker,
  textOf,
  textsOf,
  until,
} from '../contract/fixtures.js';
import { MessagingUnavailable } from '../errors.js';
import type { Delivered } from '../messaging.js';
import { Poison } from '../poison.js';
import { SqliteMessaging } from './sqlite-messaging.js';
import type { SqliteMessagingOptions } from './sqlite-messaging.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

describe('the embedded messaging', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  const opened: SqliteMessaging[] = [];
  const open = (options: Partial<SqliteMessagingOptions> = {}, at = path) => {
    const messaging = SqliteMessaging.open(at, { topics, delays, ...options });
    opened.push(messaging);
    return messaging;
  };
  beforeEach(() => {
    folder = temporaryFolder();
    path = folder.file('messages.db');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
    folder.remove();
  });

  describe('with much to do', () => {
    it('delivers ten thousand messages, each once and those of a key in order', async () => {
      const messaging = open();
      const taker = new Taker(messaging, 'warehouse');
      const all = keys(100);
      for (let number = 0; number < 100; number++)
        await messaging.publish(
          'orders',
          all.map((key) => aMessage(key, String(number))),
        );
      await taker.has(10_000);
      const numbers = Array.from({ length: 100 }, (_, number) => String(number));
      for (const key of all.slice(0, 5))
        expect(taker.taken.filter((one) => one.key === key).map(textOf)).toStrictEqual(numbers);
      expect(new Set(taker.taken.map(({ mark }) => mark)).size).toBe(10_000);
    });

    it('ends a page of large messages early, and loses none', async () => {
      const messaging = open();
      const body = new Uint8Array(200_000);
      for (let number = 0; number < 30; number++)
        await messaging.publish('orders', [{ key: 'a', headers: {}, body }]);
      const page = await messaging.read('orders');
      expect(page.messages.length).toBeLessThan(30);
      expect(page.atEnd).toBe(false);
      expect(await readToEnd(messaging, 'orders')).toHaveLength(30);
      await new Taker(messaging, 'warehouse').has(30);
    });
  });

  describe('opened by two', () => {
    it('delivers to each what the other publishes', async () => {
      const [one, other] = [open(), open()];
      const taker = new Taker(one, 'warehouse');
      const heard: Delivered[] = [];
      await one.listen('orders', (message) => {
        heard.push(message);
        return Promise.resolve();
      });
      await other.publish('orders', messages('a', 3));
      await taker.has(3);
      await until(() => heard.length === 3);
      await one.publish('orders', [aMessage('a', 'mine')]);
      await taker.has(4);
      expect(textsOf(await readToEnd(other, 'orders'))).toStrictEqual(['0', '1', '2', 'mine']);
    });

    it('lets one at a time work under a name, and the other take over', async () => {
      const [one, other] = [open(), open()];
      const [first, second] = [new Taker(one, 'warehouse'), new Taker(other, 'warehouse')];
      await one.publish('orders', messages('a', 3));
      await until(() => first.taken.length + second.taken.length === 3);
      expect(second.taken).toStrictEqual([]);
      await one.close();
      await other.publish('orders', [aMessage('a', 'later')]);
      await second.has(1);
      expect(second.texts).toStrictEqual(['later']);
    });

    it('is written by both at once', async () => {
      const both = [open(), open()];
      await Promise.all(
        keys(50).flatMap((key) => both.map((one) => one.publish('orders', messages(key, 3)))),
      );
      const read = await readToEnd(both[0]!, 'orders');
      expect(read).toHaveLength(300);
      expect(await readToEnd(both[1]!, 'orders')).toStrictEqual(read);
    });
  });

  describe('after its process died', () => {
    /** What is on the disk now, as a crash would leave it. */
    const afterCrash = () => {
      const copy = folder.file('copy.db');
      for (const part of ['', '-wal'])
        if (existsSync(path + part)) copyFileSync(path + part, copy + part);
      return open({}, copy);
    };

    it('delivers again what was under way, and nothing that was acknowledged', async () => {
      const messaging = open();
      const { opened: never, open: letGo } = gate();
      const taker = new Taker(messaging, 'warehouse', 'orders', (message) =>
        textOf(message) === '2' ? never : undefined,
      );
      await messaging.publish('orders', messages('a', 4));
      await taker.has(3);
      // An acknowledgement is kept at the end of the turn in which it was given.
      await new Promise((resolve) => setImmediate(resolve));
      const after = new Taker(afterCrash(), 'warehouse');
      await after.has(2);
      expect(after.texts).toStrictEqual(['2', '3']);
      letGo();
    });

    it('has a message and its dead letter, or the message that is still to be taken', async () => {
      let failing = true;
      const messaging = open({
        failpoint: (moment) => {
          if (failing && moment === 'before-commit') throw new Error('the disk is gone');
        },
      });
      failing = false;
      await messaging.publish('orders', messages('a', 2));
      failing = true;
      const taker = new Taker(messaging, 'warehouse', 'orders', () => {
        throw new Poison('an order needs a customer');
      });
      await until(() => taker.trouble() !== undefined);
      expect(await readToEnd(messaging, 'orders.dead-letters')).toStrictEqual([]);
      expect(new Set(taker.texts)).toStrictEqual(new Set(['0']));
      failing = false;
      await until(async () => (await readToEnd(messaging, 'orders.dead-letters')).length === 2);
      expect(taker.trouble()).toBeUndefined();
      const after = afterCrash();
      expect(await readToEnd(after, 'orders.dead-letters')).toHaveLength(2);
    });
  });

  describe('in trouble', () => {
    it('says so when another program holds the file, and recovers', async () => {
      const messaging = open();
      const other = new DatabaseSync(path);
      other.exec('BEGIN IMMEDIATE');
      await expect(messaging.publish('orders', messages('a', 1))).rejects.toStrictEqual(
        new MessagingUnavailable('the file of messages is locked by another program'),
      );
      other.exec('ROLLBACK');
      other.close();
      await messaging.publish('orders', messages('a', 1));
      expect(await readToEnd(messaging, 'orders')).toHaveLength(1);
    });

    it('keeps nothing of what was not committed, and all or none of one publication', async () => {
      let failing = true;
      const messaging = open({
        failpoint: (moment) => {
          if (failing && moment === 'before-commit') throw new Error('the disk is gone');
        },
      });
      await expect(messaging.publish('orders', messages('a', 3))).rejects.toThrow(
        'the file of messages failed: the disk is gone',
      );
      failing = false;
      await messaging.publish('orders', [aMessage('a', 'after')]);
      expect(textsOf(await readToEnd(messaging, 'orders'))).toStrictEqual(['after']);
    });

    it('logs what a handler failed with', async () => {
      const logged: unknown[][] = [];
      const logger = { error: (...said: unknown[]) => logged.push(said) };
      const messaging = open({ logger });
      const failure = new Error('the shelf is full');
      new Taker(messaging, 'warehouse', 'orders', () => Promise.reject(failure));
      await messaging.publish('orders', messages('a', 1));
      await until(() => logged.length > 0);
      expect(logged[0]).toStrictEqual([
        'warehouse could not take a message of orders; it is delivered again',
        failure,
      ]);
    });
  });

  describe('closed', () => {
    it('has made durable what was published', async () => {
      const messaging = open();
      const published = messaging.publish('orders', messages('a', 2));
      await messaging.close();
      await published;
      expect(await readToEnd(open(), 'orders')).toHaveLength(2);
    });

    it('has waited for its handlers, which could publish, and kept what they took', async () => {
      const messaging = open();
      const { opened: mayEnd, open: end } = gate();
      const taker = new Taker(messaging, 'warehouse', 'orders', async () => {
        await mayEnd;
        await messaging.publish('parcels', [aMessage('a', 'a parcel')]);
      });
      await messaging.publish('orders', messages('a', 2));
      await taker.has(1);
      const closing = messaging.close();
      end();
      await closing;
      const again = open();
      expect(await readToEnd(again, 'parcels')).toHaveLength(1);
      const after = new Taker(again, 'warehouse');
      await after.has(1);
      expect(after.texts).toStrictEqual(['1']);
    });

    it('refuses everything, and closing again is nothing', async () => {
      const messaging = open();
      await messaging.close();
      await messaging.close();
      const closed = new MessagingUnavailable('messaging is closed');
      await expect(messaging.publish('orders', messages('a', 1))).rejects.toStrictEqual(closed);
      await expect(messaging.read('orders')).rejects.toStrictEqual(closed);
      await expect(messaging.listen('orders', () => Promise.resolve())).rejects.toStrictEqual(
        closed,
      );
      expect(() => new Taker(messaging, 'warehouse')).toThrow(closed);
    });
  });
});
