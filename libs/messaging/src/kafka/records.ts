import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { Delivered, Message } from '../messaging.js';
import { orderHeader, orderIn } from './order.js';
import { markOf } from './reading/marks.js';
import type { Place } from './reading/marks.js';
import type { Seal } from './seal.js';

/** A message as Kafka takes it. */
export interface KafkaRecord {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly headers: Record<string, string>;
}

/** What of a record Kafka gives back. */
export type FetchedRecord = Pick<
  KafkaMessage,
  'key' | 'value' | 'headers' | 'timestamp' | 'offset'
>;

/** Length fields and what Kafka adds to each message and header, at most. */
const overheadBytes = 64;

/** @param order of publication, among those of this process */
export const recordOf = ({ key, headers, body }: Message, order: string): KafkaRecord => ({
  key: Buffer.from(key),
  value: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
  headers: { ...headers, [orderHeader]: order },
});

export function bytesOf({ key, value, headers }: KafkaRecord): number {
  let bytes = overheadBytes + key.length + value.length;
  for (const [name, text] of Object.entries(headers))
    bytes += overheadBytes + Buffer.byteLength(name) + Buffer.byteLength(text);
  return bytes;
}

/** The message of a record, of whichever producer: without key or body it has empty ones. */
export function deliveredOf(
  record: FetchedRecord,
  { topic, partition }: { readonly topic: string; readonly partition: number },
  seal: Seal,
): Delivered {
  const place = placeOf(record, partition);
  const { [orderHeader]: _, ...headers } = headersOf(record.headers);
  const message = { key: record.key?.toString() ?? '', headers, body: record.value ?? Buffer.of() };
  return {
    ...message,
    headers: seal.believed(topic, message),
    topic,
    mark: markOf(place),
    publishedAt: new Date(place.timeMs).toISOString(),
  };
}

export function placeOf({ offset, timestamp, headers }: FetchedRecord, partition: number): Place {
  const order = orderIn(textOf(headers?.[orderHeader]));
  return { partition, offset: BigInt(offset), timeMs: Number(timestamp), order };
}

/** A header that is there several times has its last value, one without a value is empty. */
function headersOf(headers: IHeaders = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), textOf(value)]),
  );
}

function textOf(value: IHeaders[string]): string {
  // kafkajs gathers headers in a plain object, and takes what every object has for an earlier value.
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' || Buffer.isBuffer(last) ? last.toString() : '';
}
