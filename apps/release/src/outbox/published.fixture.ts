import { createHash } from 'node:crypto';
import type { Said } from '@roadbook/contracts';
import { decode } from '@roadbook/contracts';
import type { Json, StoredEvent } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { envelopeIn } from '@roadbook/messaging/envelope';
import { derivedId } from '@roadbook/process';
import type { Journey } from '../projections/journey.fixture.js';
import { tellTo } from '../projections/story.fixture.js';
import { Outbox } from './outbox.js';

const namespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** Stories name deployments and rollbacks in words. */
export const idOf = (name: string): string => derivedId(namespace, name);
export const digestOf = (name: string): string => createHash('sha256').update(name).digest('hex');

/** With ids and digests as the service gives them. */
function withIds(value: Json): Json {
  if (typeof value === 'string') {
    if (/^(?:claim|rollback|rehearsal)-/.test(value)) return idOf(value);
    return value.startsWith('plan-') ? digestOf(value) : value;
  }
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withIds(one)]));
}

/** The story's events as a store has them. */
export async function stored({ log }: Pick<Journey, 'log'>) {
  const store = new InMemoryEventStore();
  const events = log.map((event) => ({
    ...event,
    data: withIds(event.data) as StoredEvent['data'],
  }));
  await tellTo(store, events);
  return { store, events: (await store.readAll({ limit: 1000 })).events };
}

export type Published = Said & {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly streamRevision?: number;
};

/** Everything that is told of a story, as whoever takes it from a topic reads it. */
export async function published(story: Pick<Journey, 'log'>): Promise<Published[]> {
  const { store, events } = await stored(story);
  return publishedOf(new Outbox(store), events);
}

export async function publishedOf(
  outbox: Outbox,
  events: readonly StoredEvent[],
): Promise<Published[]> {
  const all: Published[] = [];
  for (const event of events)
    for (const { topic, message } of await outbox.messagesOf(event)) {
      const { source: _, time: __, ...received } = decode(topic, envelopeIn(message));
      all.push({ ...received, topic, key: message.key });
    }
  return all;
}

type DataOf<Type extends Said['type']> = Extract<Said, { type: Type }>['data'];

/** What the messages of one type say, in their order. */
export const saidIn = <Type extends Said['type']>(
  messages: readonly Published[],
  type: Type,
): DataOf<Type>[] =>
  messages.filter((message) => message.type === type).map(({ data }) => data as DataOf<Type>);
