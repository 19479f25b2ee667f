import type { ActorId, Role, Evidence } from '@roadbook/decider';
import type { JsonObject, StoredEvent } from '@roadbook/event-store';
import type { StreamNames } from './stream-names.js';

/** An event as it stands in the store, for auditors. */
export interface RecordedEvent {
  readonly id: string;
  readonly stream: string;
  readonly project: string;
  /** Of the release in whose stream it stands; null for events of the project. */
  readonly version: string | null;
  /** Place in its stream, from 0 without a gap. */
  readonly revision: number;
  /** Place in the order of everything. */
  readonly position: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  /** The reporter's time, where one was given. */
  readonly occurredAt: string | null;
  readonly actor: ActorId;
  /** The role acted in. */
  readonly role: Role;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** SHA-256 (hex) over the hash of the event before it in its stream and this event's canonical content. */
  readonly hash: string;
  /** What the verdicts in it rest on. */
  readonly evidence: readonly Evidence[];
  readonly data: JsonObject;
}

export function recordedEvent(streams: StreamNames, event: StoredEvent): RecordedEvent {
  const { occurredAt = null, causationId = null, role, ...rest } = event;
  const { project = '', version = null } = streams.of(event.stream) ?? {};
  return {
    ...rest,
    ...{ project, version, occurredAt, causationId },
    role: role as Role,
    evidence: evidenceIn(event.data),
  };
}

/** The shapes in which events carry evidence: one verdict, or one for each check. */
interface Witnessed {
  readonly evidence?: Evidence;
  readonly checks?: readonly { readonly evidence?: Evidence }[];
}

const evidenceIn = ({ evidence, checks = [] }: Witnessed): Evidence[] => [
  ...(evidence ? [evidence] : []),
  ...checks.flatMap((check) => check.evidence ?? []),
];
