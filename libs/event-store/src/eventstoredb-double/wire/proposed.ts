import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { isUuid } from '@roadbook/process';
import { failures } from './failures.js';
import type { Proposed } from '../rules/record.js';

/** @throws Failure for what the server refuses in an event. */
export function proposedOf(
  message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage,
): Proposed {
  const metadata = message.getMetadataMap();
  const type: unknown = metadata.get('type');
  const contentType: unknown = metadata.get('content-type');
  if (typeof type !== 'string' || typeof contentType !== 'string') {
    throw failures.metadataMissing();
  }
  const id = textOf(message.getId());
  if (!isUuid(id) || type === '') throw failures.brokenHandler();
  return {
    id: id.toLowerCase(),
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** The id as text, in whichever form it came. */
export function textOf(id: UUID | undefined): string {
  if (!id?.hasStructured()) return id?.getString() ?? '';
  const structured = id.getStructured();
  const most = BigInt.asUintN(64, BigInt(structured?.getMostSignificantBits() ?? 0));
  const least = BigInt.asUintN(64, BigInt(structured?.getLeastSignificantBits() ?? 0));
  const hex = most.toString(16).padStart(16, '0') + least.toString(16).padStart(16, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** What counts towards the limit of an append. */
export const sizeOf = ({ data, metadata, type }: Proposed): number =>
  data.length + metadata.length + 2 * type.length;
