import { roles } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import type { JsonObject } from '@roadbook/event-store';
import type { RecordedEvent } from '@roadbook/questions';
import { EvidenceDto } from '../asking/evidence.dto.js';
import { Holds, HoldsAll, words } from '../reading/holds.js';

/** An event as it stands in the store. */
export class EventDto implements RecordedEvent {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  id: string;

  /** @example 'release-shop@1.4.0' */
  stream: string;

  /** @example 'shop' */
  project: string;

  /**
   * Of the release in whose stream it stands; null for events of the project.
   * @example '1.4.0'
   */
  version: string | null;

  /**
   * Its place in its stream, from 0 without a gap.
   * @example 5
   */
  revision: number;

  /**
   * Its place in the order of everything.
   * @example 17
   */
  position: number;

  /** @example 'GateReported' */
  type: string;

  /** @example 1 */
  schemaVersion: number;

  /** @example '2026-03-02T08:05:00.000Z' */
  recordedAt: string;

  /**
   * The reporter's time, where one was given.
   * @example '2026-03-02T08:04:12.000Z'
   */
  occurredAt: string | null;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /**
   * The role acted in.
   * @example 'cqo'
   */
  @Holds(words(roles))
  role: Role;

  /** @example '7c9e6679-7425-50de-944b-e07fc1f90ae7' */
  commandId: string;

  /** @example 'shop-build-4711' */
  correlationId: string;

  /**
   * The event that led to it, where one did.
   * @example null
   */
  causationId: string | null;

  /**
   * SHA-256 over the hash of the event before it in its stream and this event's canonical content.
   * @example '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752'
   */
  hash: string;

  /** What the verdicts in it rest on. */
  @HoldsAll(() => EvidenceDto)
  evidence: EvidenceDto[];

  /** @example { "gate": "quality", "candidate": "c0ffee1", "tickets": ["SHOP-1"], "verdict": "passed" } */
  @Holds({ type: 'object', additionalProperties: true })
  data: JsonObject;
}
