import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogPosition } from '../rules/reading.js';
import type { Written } from '../rules/record.js';

const { ReadEvent, Checkpoint, CaughtUp, StreamNotFound, SubscriptionConfirmation } =
  streams.ReadResp;

/** Names of streams go over the wire as bytes. */
export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

export const identifierOf = (name: string): StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(name)));

export const uuidOf = (id: string) => new shared.UUID().setString(id);

export const eventMessage = (event: Written): ReadResp =>
  new streams.ReadResp().setEvent(
    new ReadEvent().setEvent(recorded(event)).setCommitPosition(String(event.position)),
  );

function recorded(event: Written): ReadResp.ReadEvent.RecordedEvent {
  const message = new ReadEvent.RecordedEvent()
    .setId(uuidOf(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(event.revision.toString())
    .setCommitPosition(String(event.position))
    .setPreparePosition(String(event.position))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  message
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream')
    .set('created', event.createdTicks.toString());
  return message;
}

export const notFoundMessage = (stream: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new StreamNotFound().setStreamIdentifier(identifierOf(stream)),
  );

export const confirmationMessage = (): ReadResp =>
  new streams.ReadResp().setConfirmation(
    new SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()),
  );

export const checkpointMessage = ({ commit, prepare }: LogPosition): ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );

export const caughtUpMessage = (): ReadResp => new streams.ReadResp().setCaughtUp(new CaughtUp());
