import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { EventStore } from '../event-store.js';
import { start } from '../events.js';
import { pageEventsMax } from '../limits.js';
import { anEvent, events, fill, gate, idsOf, readToEnd, somebody, Subscriber } from './fixtures.js';

export function following(store: () => EventStore): void {
  describe('a subscription', () => {
    const subscribers: Subscriber[] = [];
    const subscribe = (...options: Rest<ConstructorParameters<typeof Subscriber>>) => {
      const subscriber = new Subscriber(store(), ...options);
      subscribers.push(subscriber);
      return subscriber;
    };
    afterEach(async () => {
      await Promise.all(subscribers.splice(0).map((subscriber) => subscriber.stop()));
    });

    it('delivers the past, then what comes', async () => {
      await fill(store(), 'release-1', 3);
      const subscriber = subscribe();
      await subscriber.until((told) => told.events.length === 3);
      await fill(store(), 'release-2', 2);
      await subscriber.until((told) => told.events.length === 5);
      expect(subscriber.events).toStrictEqual(await readToEnd(store()));
    });

    it('starts behind the position it is given', async () => {
      const [, second] = await fill(store(), 'release-1', 4);
      const subscriber = subscribe({ after: second?.position });
      await subscriber.until((told) => told.events.length === 2);
      expect(subscriber.events.map(({ revision }) => revision)).toStrictEqual([2, 3]);
    });

    it('delivers a long past in pages', async () => {
      for (const stream of ['a', 'b', 'c']) {
        await store().append(stream, undefined, events(400), somebody);
      }
      const subscriber = subscribe();
      await subscriber.until((told) => told.events.length === 1200);
      for (const { events } of subscriber.pages) {
        expect(events.length).toBeLessThanOrEqual(pageEventsMax);
      }
      expect(subscriber.pages.at(-1)?.atEnd).toBe(true);
      expect(idsOf(subscriber.events)).toStrictEqual(idsOf(await readToEnd(store())));
    });

    it('loses and doubles nothing while the past becomes the present', async () => {
      const streams = Array.from({ length: 20 }, (_, index) => `release-${index}`);
      await Promise.all(streams.map((stream) => fill(store(), `old-${stream}`, 10)));
      const filling = Promise.all(streams.map((stream) => fill(store(), stream, 20)));
      const early = subscribe();
      await early.until((told) => told.events.length > 0);
      const late = subscribe();
      await filling;
      const whole = idsOf(await readToEnd(store()));
      expect(whole).toHaveLength(600);
      for (const subscriber of [early, late]) {
        await subscriber.until((told) => told.events.length >= 600);
        expect(idsOf(subscriber.events)).toStrictEqual(whole);
      }
    });

    it('delivers only what passes its filter, and still moves on behind everything', async () => {
      const filter = { streamPrefixes: ['release-'], types: ['TicketMerged'] };
      const subscriber = subscribe({ filter });
      await fill(store(), 'release-1', 2);
      await fill(store(), 'road', 3);
      const head = await store().head();
      await subscriber.until((told) => told.pages.at(-1)?.position === head);
      expect(subscriber.events.map(({ stream }) => stream)).toStrictEqual([
        'release-1',
        'release-1',
      ]);
    });

    it('says nothing when nothing happened', async () => {
      const [only] = await fill(store(), 'release-1', 1);
      const subscriber = subscribe({ after: only?.position });
      await fill(store(), 'release-2', 1);
      await subscriber.until((told) => told.pages.length > 0);
      expect(subscriber.pages).toHaveLength(1);
      expect(subscriber.events.map(({ stream }) => stream)).toStrictEqual(['release-2']);
    });

    it('waits for its handler, and gives it afterwards what came meanwhile', async () => {
      const { opened, open } = gate();
      let running = 0;
      const overlaps: number[] = [];
      const subscriber = subscribe({}, async () => {
        overlaps.push(running++);
        await opened;
        running--;
      });
      await fill(store(), 'release-1', 1);
      await subscriber.until((told) => told.pages.length === 1);
      await fill(store(), 'release-2', 50);
      expect(subscriber.pages).toHaveLength(1);
      open();
      await subscriber.until((told) => told.events.length === 51);
      expect(idsOf(subscriber.events)).toStrictEqual(idsOf(await readToEnd(store())));
      expect(new Set(overlaps)).toStrictEqual(new Set([0]));
    });

    it('ends when its handler throws, and tells why once', async () => {
      const failure = new Error('the handler failed');
      const failing = subscribe({}, () => Promise.reject(failure));
      const healthy = subscribe();
      await fill(store(), 'release-1', 1);
      await failing.until((told) => told.errors.length > 0);
      await fill(store(), 'release-2', 3);
      await healthy.until((told) => told.events.length === 4);
      expect(failing.errors).toStrictEqual([failure]);
      expect(failing.pages).toHaveLength(1);
      await failing.stop();
    });

    it('is silent once it is stopped', async () => {
      const subscriber = subscribe();
      await fill(store(), 'release-1', 1);
      await subscriber.until((told) => told.events.length === 1);
      await subscriber.stop();
      const witness = subscribe();
      await fill(store(), 'release-2', 3);
      await witness.until((told) => told.events.length === 4);
      expect(subscriber.events).toHaveLength(1);
      expect(subscriber.errors).toStrictEqual([]);
    });

    it('stops only when the running handler is done', async () => {
      const { opened, open } = gate();
      const subscriber = subscribe({}, () => opened);
      await fill(store(), 'release-1', 1);
      await subscriber.until((told) => told.pages.length === 1);
      let stopped = false;
      const stopping = subscriber.stop().then(() => (stopped = true));
      await fill(store(), 'release-2', 1);
      expect(stopped).toBe(false);
      open();
      await stopping;
      expect(subscriber.events).toHaveLength(1);
    });

    it('can be stopped before it began', async () => {
      await fill(store(), 'release-1', 1);
      const subscriber = subscribe();
      await subscriber.stop();
      expect(subscriber.pages).toStrictEqual([]);
    });

    it('lets its handler append', async () => {
      const subscriber = subscribe({}, async ({ events }) => {
        for (const { stream } of events) {
          if (stream === 'question') {
            await store().append('answer', undefined, [anEvent()], somebody);
          }
        }
      });
      await store().append('question', undefined, [anEvent()], somebody);
      await subscriber.until((told) => told.events.length === 2);
      expect(subscriber.events.map(({ stream }) => stream)).toStrictEqual(['question', 'answer']);
    });
  });

  describe('a reader beside many writers', () => {
    it('never sees a gap that fills later', async () => {
      const streams = Array.from({ length: 50 }, (_, index) => `release-${index}`);
      const progress: { written: boolean } = { written: false };
      const writing = Promise.all(streams.map((stream) => fill(store(), stream, 10))).finally(
        () => (progress.written = true),
      );
      const seen: string[] = [];
      let after = start;
      while (!progress.written) {
        const page = await store().readAll({ after, limit: 7 });
        seen.push(...idsOf(page.events));
        after = page.position;
        await turnOfTheLoop();
      }
      await writing;
      seen.push(...idsOf(await readToEnd(store(), { after })));
      expect(seen).toHaveLength(500);
      expect(seen).toStrictEqual(idsOf(await readToEnd(store())));
    });
  });
}

type Rest<T> = T extends [unknown, ...infer Others] ? Others : never;
