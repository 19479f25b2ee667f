import { problems, refuseSecretIn } from '@roadbook/http';
import type { BodyReader, SentBody } from '@roadbook/http';
import { Poison } from '@roadbook/messaging';
import { envelopesIn, mediaType } from '@roadbook/messaging/envelope';
import type { Addressed } from '@roadbook/messaging/envelope';

export const eventsMax = 100;
const attributePrefix = 'ce-';

/** CloudEvents by HTTP: one in binary or structured mode, or a batch. */
export const events: BodyReader = {
  mediaTypes: ['application/json', mediaType.structured, mediaType.batch],
  read: readEvents,
};

/** @throws Problem 400 for what is no event, 422 for what looks like a secret */
function readEvents({ headers, body }: SentBody): Addressed[] {
  // Attributes that nobody knows are left out of what is read, and are looked at here.
  const attributes = attributesIn(headers);
  refuseSecretIn(attributes);
  refuseSecretIn(decoded(attributes));
  refuseSecretIn(jsonOrNothing(body));
  const read = envelopes({ headers, body });
  if (read.length === 0) throw problems.malformed('the batch is empty: send at least one event');
  if (read.length > eventsMax)
    throw problems.malformed(`a batch has at most ${eventsMax} events, not ${read.length}`);
  return read;
}

function envelopes(sent: SentBody): Addressed[] {
  try {
    return envelopesIn(sent);
  } catch (error) {
    throw error instanceof Poison ? problems.malformed(error.reason) : error;
  }
}

type Headers = SentBody['headers'];

const attributesIn = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith(attributePrefix)));

/** As they are read: percent-encoding hides the characters by which a secret shows. */
const decoded = (attributes: Headers): Headers =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? decodedOrNot(value) : value,
    ]),
  );

function decodedOrNot(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function jsonOrNothing(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
