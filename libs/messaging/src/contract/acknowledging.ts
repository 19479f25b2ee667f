import type { UnderTest } from './under-test.js';
import { aMessage, gate, keys, messages, Taker, until } from './fixtures.js';

export function acknowledging({ messaging, reopened }: UnderTest): void {
  describe('a consumer', () => {
    it('begins with the oldest message, and gets what comes', async () => {
      await messaging().publish('orders', messages('a', 3));
      const taker = new Taker(messaging(), 'warehouse');
      await taker.has(3);
      await messaging().publish('orders', [aMessage('a', 'later')]);
      await taker.has(4);
      expect(taker.texts).toStrictEqual(['0', '1', '2', 'later']);
      expect(taker.trouble()).toBeUndefined();
    });

    it('takes from several topics', async () => {
      const taker = new Taker(messaging(), 'warehouse', ['orders', 'parcels']);
      await messaging().publish('orders', [aMessage('a', 'an order')]);
      await messaging().publish('parcels', [aMessage('a', 'a parcel')]);
      await taker.has(2);
      expect(taker.taken.map(({ topic }) => topic).sort()).toStrictEqual(['orders', 'parcels']);
    });

    it('goes on where it stopped', async () => {
      await messaging().publish('orders', messages('a', 3));
      const before = new Taker(messaging(), 'warehouse');
      await before.has(3);
      await before.stop();
      await messaging().publish('orders', [aMessage('a', 'meanwhile')]);
      const after = new Taker(messaging(), 'warehouse');
      await after.has(1);
      expect(after.texts).toStrictEqual(['meanwhile']);
    });

    it('goes on where it stopped, also when everything was opened again', async () => {
      const all = keys(30).flatMap((key) => messages(key, 3));
      await messaging().publish('orders', all);
      await new Taker(messaging(), 'warehouse').has(all.length);
      await reopened();
      await messaging().publish('orders', [aMessage('a', 'later')]);
      const after = new Taker(messaging(), 'warehouse');
      await after.has(1);
      expect(after.texts).toStrictEqual(['later']);
    });

    it('has nothing to do with another one', async () => {
      await messaging().publish('orders', messages('a', 3));
      const warehouse = new Taker(messaging(), 'warehouse');
      await warehouse.has(3);
      const accounting = new Taker(messaging(), 'accounting', 'orders', () =>
        Promise.reject(new Error('the books are closed')),
      );
      await until(() => accounting.trouble() !== undefined);
      await messaging().publish('orders', [aMessage('a', 'later')]);
      await warehouse.has(4);
      expect(warehouse.trouble()).toBeUndefined();
      expect(new Set(accounting.texts)).toStrictEqual(new Set(['0']));
    });

    it('refuses a topic that is not there', () => {
      expect(() => new Taker(messaging(), 'warehouse', ['orders', 'order'])).toThrow(
        'there is no topic order',
      );
    });

    it('takes no dead letters: those are replayed', () => {
      expect(() => new Taker(messaging(), 'warehouse', 'orders.dead-letters')).toThrow(
        'dead letters are read and replayed, not consumed',
      );
    });

    it.each(['', 'A', 'a/b', '../a', 'a_b', 'a'.repeat(101)])(
      'has a name that is fit for one, not "%s"',
      (name) => {
        expect(() => new Taker(messaging(), name)).toThrow(TypeError);
      },
    );
  });

  describe('a consumer that is stopped', () => {
    it('finishes the message that it has, and gets no other', async () => {
      const { opened, open } = gate();
      await messaging().publish('orders', messages('a', 3));
      const taker = new Taker(messaging(), 'warehouse', 'orders', () => opened);
      await taker.has(1);
      let stopped = false;
      const stopping = taker.stop().then(() => (stopped = true));
      await messaging().publish('orders', messages('b', 1));
      expect(stopped).toBe(false);
      open();
      await stopping;
      expect(taker.texts).toStrictEqual(['0']);
      const after = new Taker(messaging(), 'warehouse');
      await after.has(3);
      expect([...after.texts].sort()).toStrictEqual(['0', '1', '2']);
      expect(after.taken.filter(({ key }) => key === 'a')).toHaveLength(2);
    });

    it('gives back the message that it could not take', async () => {
      await messaging().publish('orders', messages('a', 2));
      const taker = new Taker(messaging(), 'warehouse', 'orders', () =>
        Promise.reject(new Error('the shelf is full')),
      );
      await taker.has(1);
      await taker.stop();
      const after = new Taker(messaging(), 'warehouse');
      await after.has(2);
      expect(after.texts).toStrictEqual(['0', '1']);
    });

    it('can be stopped twice', async () => {
      const taker = new Taker(messaging(), 'warehouse');
      await Promise.all([taker.stop(), taker.stop()]);
      await taker.stop();
    });
  });

  describe('two at work under one name', () => {
    it('take every message once between them', async () => {
      const takers = [new Taker(messaging(), 'warehouse'), new Taker(messaging(), 'warehouse')];
      await messaging().publish(
        'orders',
        keys(100).flatMap((key) => messages(key, 2)),
      );
      const taken = () => takers.flatMap((taker) => taker.taken);
      await until(() => taken().length >= 200);
      const marks = new Set(taken().map(({ mark }) => mark));
      expect(marks.size).toBe(200);
      expect(taken()).toHaveLength(200);
    });

    it('leave the messages to the other when one stops', async () => {
      const first = new Taker(messaging(), 'warehouse');
      const second = new Taker(messaging(), 'warehouse');
      await messaging().publish('orders', messages('a', 5));
      await until(() => first.taken.length + second.taken.length === 5);
      await first.stop();
      const before = first.taken.length;
      await messaging().publish(
        'orders',
        keys(20).flatMap((key) => messages(key, 1)),
      );
      await until(() => first.taken.length + second.taken.length === 25);
      expect(first.taken).toHaveLength(before);
    });
  });
}
