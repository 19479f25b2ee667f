import { decode, messageTypes, reportTypes, topics } from '@roadbook/contracts';
import type { Report } from '@roadbook/contracts';
import { problems } from '@roadbook/http';
import { Poison } from '@roadbook/messaging';
import type { Addressed, Envelope } from '@roadbook/messaging/envelope';

/** A report, the envelope that it came in, and where it belongs. */
export interface Sent {
  readonly topic: string;
  readonly envelope: Envelope;
  readonly report: Report;
  /** Which one it is, in words and as the field of an error. */
  readonly place: Place;
}

export interface Place {
  readonly words: string;
  readonly field: string;
}

/** Under which the services of Roadbook speak. */
const ownSource = 'urn:roadbook:';

const inbound = new Set(
  topics.filter(({ direction }) => direction === 'in').map(({ name }) => name),
);
const topicOf: ReadonlyMap<string, string> = new Map(
  messageTypes.flatMap(({ type, topics: [topic] }) =>
    topic && inbound.has(topic.name) ? [[type, topic.name]] : [],
  ),
);

/**
 * Every event as what it reports, held against its contract.
 * @throws Problem 400 that names each event that does not fit, the field, and what it must be
 */
export function reportsIn(events: readonly Addressed[]): Sent[] {
  const errors: { field: string; message: string }[] = [];
  const reports = events.flatMap(({ envelope }, index) => {
    const place = placeOf(index, events.length);
    try {
      return [sent(envelope, place)];
    } catch (error) {
      if (!(error instanceof Poison)) throw error;
      errors.push({ field: place.field, message: error.reason });
      return [];
    }
  });
  if (errors.length > 0) throw problems.invalid(errors);
  return reports;
}

function sent(envelope: Envelope, place: Place): Sent {
  if (envelope.source.startsWith(ownSource))
    throw new Poison(`the source must be your own, and not begin with ${ownSource}`);
  const topic = topicOf.get(envelope.type);
  if (topic === undefined)
    throw new Poison(`the type of what is published must be one of ${reportTypes.join(', ')}`);
  return { topic, envelope, report: decode(topic, envelope) as Report, place };
}

const placeOf = (index: number, count: number): Place =>
  count === 1
    ? { words: 'the event', field: 'event' }
    : { words: `event ${index + 1} of the batch`, field: `[${index}]` };
