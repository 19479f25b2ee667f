import { setTimeout as pause } from 'node:timers/promises';
import type { Consumption, Delivered, Message, Messaging } from '../messaging.js';
import type { Topic } from '../topic.js';

/** The topics that an adapter under test is opened with. */
export const topics: readonly Topic[] = [
  { name: 'orders', summary: 'What is ordered' },
  { name: 'parcels', summary: 'What is on its way' },
];

/** Short ones: specs wait for redelivery. An adapter under test is opened with them. */
export const delays = { firstMs: 5, mostMs: 40 };

const limitMsUnlessGiven = 10_000;
const pauseMs = 5;

/** Until it holds: what a broker does by itself comes when it comes. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  limitMs = limitMsUnlessGiven,
): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > endMs) throw new Error(`it did not come true within ${limitMs} ms`);
    await pause(pauseMs);
  }
}

export const aMessage = (key: string, text: string): Message => ({
  key,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from(text),
});

/** That many messages with one key, numbered in their bodies from 0. */
export const messages = (key: string, count: number): Message[] =>
  Array.from({ length: count }, (_, number) => aMessage(key, String(number)));

export const textOf = ({ body }: Pick<Message, 'body'>): string => Buffer.from(body).toString();

export const textsOf = (delivered: readonly Pick<Message, 'body'>[]): string[] =>
  delivered.map(textOf);

/** Many keys: whatever partition each is in, they are not all in one. */
export const keys = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => `shop/1.${number}.0`);

/** A consumer that writes down what it is handed. */
export class Taker {
  readonly taken: Delivered[] = [];
  private readonly consumption: Consumption;

  constructor(
    messaging: Messaging,
    consumer: string,
    topic: string | readonly string[] = 'orders',
    work: (message: Delivered) => unknown = () => undefined,
  ) {
    this.consumption = messaging.consume(consumer, [topic].flat(), async (message) => {
      this.taken.push(message);
      await work(message);
    });
  }

  get texts(): string[] {
    return textsOf(this.taken);
  }

  has(count: number): Promise<void> {
    return until(() => this.taken.length >= count);
  }

  trouble(): string | undefined {
    return this.consumption.trouble();
  }

  stop(): Promise<void> {
    return this.consumption.stop();
  }
}

/** Everything in a topic, page by page. */
export async function readToEnd(
  messaging: Messaging,
  topic: string,
  limit?: number,
): Promise<Delivered[]> {
  const read: Delivered[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await messaging.read(topic, { after, limit });
    read.push(...page.messages);
    if (page.atEnd) return read;
    after = page.mark;
  }
}

/** A promise that is settled from outside. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
