import type { Consumption, Delivered } from '../messaging.js';
import type { UnderTest } from './under-test.js';
import { aMessage, gate, messages, readToEnd, textsOf, until } from './fixtures.js';

export function listening({ messaging, reopened }: UnderTest): void {
  describe('a listener', () => {
    const listen = async (heard: Delivered[], work: () => unknown = () => undefined) =>
      messaging().listen('orders', async (message) => {
        heard.push(message);
        await work();
      });

    it('hears what is published from now on, in order', async () => {
      await messaging().publish('orders', messages('a', 3));
      const heard: Delivered[] = [];
      await listen(heard);
      await messaging().publish('orders', [aMessage('a', 'first'), aMessage('a', 'second')]);
      await until(() => heard.length === 2);
      expect(textsOf(heard)).toStrictEqual(['first', 'second']);
      expect(heard).toStrictEqual((await readToEnd(messaging(), 'orders')).slice(3));
    });

    it('hears all, as every other one does', async () => {
      const heard: Delivered[][] = [[], [], []];
      for (const one of heard) await listen(one);
      await messaging().publish('orders', messages('a', 5));
      await until(() => heard.every((one) => one.length === 5));
    });

    it('hears the next message also when it could not take one', async () => {
      const heard: Delivered[] = [];
      const consumption = await listen(heard, () => {
        throw new Error('not understood');
      });
      await messaging().publish('orders', messages('a', 3));
      await until(() => heard.length === 3);
      expect(textsOf(heard)).toStrictEqual(['0', '1', '2']);
      expect(consumption.trouble()).toBeUndefined();
      expect(await readToEnd(messaging(), 'orders.dead-letters')).toStrictEqual([]);
    });

    it('hears nothing of what came while it did not listen', async () => {
      const heard: Delivered[] = [];
      await listen(heard);
      await reopened();
      await messaging().publish('orders', [aMessage('a', 'missed')]);
      await listen(heard);
      await messaging().publish('orders', [aMessage('a', 'heard')]);
      await until(() => heard.length > 0);
      expect(textsOf(heard)).toStrictEqual(['heard']);
    });

    it('hears nothing more once it stopped, which waits for its handler', async () => {
      const { opened, open } = gate();
      const heard: Delivered[] = [];
      const others: Delivered[] = [];
      const consumption: Consumption = await listen(heard, () => opened);
      await listen(others);
      await messaging().publish('orders', messages('a', 2));
      await until(() => heard.length === 1);
      let stopped = false;
      const stopping = consumption.stop().then(() => (stopped = true));
      await until(() => others.length === 2);
      expect(stopped).toBe(false);
      open();
      await stopping;
      expect(heard).toHaveLength(1);
    });

    it('can listen to dead letters', async () => {
      const consumption = await messaging().listen('orders.dead-letters', () => Promise.resolve());
      await consumption.stop();
    });

    it('is refused where there is no topic', async () => {
      await expect(messaging().listen('order', () => Promise.resolve())).rejects.toThrow(
        'there is no topic order',
      );
    });
  });
}
