import { setTimeout as pause } from 'node:timers/promises';
import { encode, messageTypes } from '@roadbook/contracts';
import type { MessageType } from '@roadbook/contracts';
import { messageOf } from '@roadbook/messaging/envelope';
import type { Doors } from '../doors.fixture.js';

const limitMs = 10_000;

export async function until(holds: () => boolean): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > endMs) throw new Error(`it did not come true within ${limitMs} ms`);
    await pause(5);
  }
}

export const typeNamed = (name: string): MessageType => {
  const found = messageTypes.find((type) => type.name === name);
  if (!found) throw new Error(`there is no message ${name}`);
  return found;
};

let numbers = 0;

/** Publishes the example of this type, changed like this, as a service does; the id that it got. */
export async function say(doors: Doors, name: string, changes: object = {}): Promise<string> {
  const of = typeNamed(name);
  const id = `message-${(numbers += 1)}`;
  const provenance = { id, source: 'urn:roadbook:test', time: '2026-03-02T08:00:00.000Z' };
  const { topics, key, envelope } = encode(
    of,
    { ...(of.example as object), ...changes },
    provenance,
  );
  for (const topic of topics) await doors.messaging.publish(topic, [messageOf({ key, envelope })]);
  return id;
}

export interface Event {
  readonly mark: string;
  readonly type: string;
  readonly data: { readonly id: string; readonly data: Readonly<Record<string, unknown>> };
}

/** Somebody who reads server-sent events. */
export class Subscriber {
  readonly events: Event[] = [];
  /** Where they would read on. */
  mark?: string;
  /** Everything that came, as it came. */
  text = '';
  ended = false;
  private readonly leaving = new AbortController();

  private constructor(readonly response: Response) {}

  static async open(
    doors: Doors,
    topic: string,
    as: string,
    { after, query = '' }: { after?: string; query?: string } = {},
  ): Promise<Subscriber> {
    const leaving = new AbortController();
    const headers = { ...(after !== undefined && { 'last-event-id': after }) };
    const { signal } = leaving;
    const response = await doors.ask(`/v1/messages/${topic}${query}`, as, { headers, signal });
    const subscriber = new Subscriber(response);
    subscriber.leaving.signal.addEventListener('abort', () => {
      leaving.abort();
    });
    if (response.status === 200) void subscriber.read();
    return subscriber;
  }

  leave(): void {
    this.leaving.abort();
  }

  get ids(): string[] {
    return this.events.map(({ data }) => data.id);
  }

  /** Waits until so many came, and a moment more would show one too many. */
  async has(count: number): Promise<string[]> {
    await until(() => this.events.length >= count);
    return this.ids;
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of this.response.body!) {
        const more = decoder.decode(chunk as Uint8Array, { stream: true });
        this.text += more;
        const frames = (rest + more).split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) this.take(frame);
      }
    } catch {
      // They left.
    }
    this.ended = true;
  }

  private take(frame: string): void {
    const fields = new Map(
      frame.split('\n').map((line) => [line.split(': ', 1).join(''), line.replace(/^\w*: /, '')]),
    );
    const [mark, data] = [fields.get('id'), fields.get('data')];
    if (mark !== undefined) this.mark = mark;
    if (mark === undefined || data === undefined) return;
    const type = fields.get('event') ?? '';
    this.events.push({ mark, type, data: JSON.parse(data) as Event['data'] });
  }
}
