import { roles } from '@roadbook/decider';
import type { ActorId, HardRule, Role } from '@roadbook/decider';
import type { JsonObject } from '@roadbook/event-store';
import type { RecordedEvent } from '../../queries/recorded/recorded-event.js';
import type { Violation } from '../../queries/violations/list-violations.js';
import { EvidenceDto } from '../asking/evidence.dto.js';
import { hardRule, Holds, HoldsAll, words } from '../reading/holds.js';

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

export class MissingConditionDto {
  /** @example 'previous-environment-passed' */
  id: string;

  /** @example 'this candidate has not passed staging, which comes before production' */
  missing: string;
}

/** An attempt to break a hard rule. */
export class ViolationDto implements Violation {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  id: string;

  /** @example 'shop' */
  project: string;

  /**
   * Null for a change that was found in the pipeline of the project.
   * @example '1.4.0'
   */
  version: string | null;

  /** @example 'c0ffee1' */
  candidate: string | null;

  /**
   * The hard rule that refused it.
   * @example 1
   */
  @Holds(hardRule)
  rule: HardRule;

  /**
   * What was tried.
   * @example 'RequestDeployment'
   */
  command: string;

  @HoldsAll(() => MissingConditionDto)
  missing: MissingConditionDto[];

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example 'cio' */
  @Holds(words(roles))
  role: Role;

  /**
   * Recorded time.
   * @example '2026-03-02T08:05:00.000Z'
   */
  at: string;
}
