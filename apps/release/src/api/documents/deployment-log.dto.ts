import type { ActorId, Environment } from '@roadbook/decider';
import type { ReleaseKind } from '../../domain/environments.js';
import type { PromotionOutcome } from '../../domain/release/events.js';
import { ticketTypes } from '../../domain/tickets.js';
import type { TicketType } from '../../domain/tickets.js';
import type { DeploymentLogDocument } from '../../documents/deployment-log/document.js';
import type { LogDuration } from '../../documents/deployment-log/duration.js';
import type { LogEntry } from '../../documents/deployment-log/entries.js';
import { EvidenceDto, Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import { outcomes } from '../deployments/answers.dto.js';
import { kinds } from '../releases/answers.dto.js';
import { AuthorizedByDto, ShownCheckDto } from './answers.dto.js';

const results = Object.keys({
  SUCCESS: true,
  FAILED: true,
  'ROLLED BACK': true,
  'IN PROGRESS': true,
} satisfies Record<DeploymentLogDocument['result'], true>);

export class LogTicketDto {
  /** @example 'SHOP-1' */
  id: string;

  /** @example 'Pay by invoice' */
  title: string;

  /** @example 'feature' */
  @Holds(words(ticketTypes))
  type: TicketType;
}

/** One attempt in one environment. Without an attempt, everything but environment and notes is null. */
export class LogEntryDto implements LogEntry {
  /** @example 'dev' */
  @Holds(words(environments))
  environment: Environment;

  /** @example '7c9e6679-7425-50de-944b-e07fc1f90ae7' */
  deployment: string | null;

  /** @example 1 */
  attempt: number | null;

  /** @example '2026-03-02T08:20:00.000Z' */
  requestedAt: string | null;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  requestedBy: ActorId | null;

  /** @example '2026-03-02T08:21:00.000Z' */
  claimedAt: string | null;

  /** @example '2026-03-02T08:30:00.000Z' */
  deployedAt: string | null;

  /** What the deployer's report rests on. */
  @Holds(() => EvidenceDto, { orNull: true })
  evidence: EvidenceDto | null;

  /** @example '2026-03-02T08:35:00.000Z' */
  endedAt: string | null;

  /** @example 'passed' */
  @Holds(words(outcomes), { orNull: true })
  outcome: PromotionOutcome | null;

  /** @example 'PASS' */
  @Holds(words(['PASS', 'FAIL']), { orNull: true })
  result: 'PASS' | 'FAIL' | null;

  /** @example [] */
  notes: string[];
}

export class DeployedByDto {
  @Holds(words(['CIO']))
  role: 'CIO';

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId | null;
}

export class RollbackStatusDto {
  /** @example false */
  required: boolean;

  /**
   * Id of the rollback, which has its own report.
   * @example null
   */
  entry: string | null;

  /** @example 72 */
  planValidForHours: number | null;
}

export class LogDurationDto implements LogDuration {
  /**
   * When the first deployment was requested.
   * @example '2026-03-02T08:20:00.000Z'
   */
  start: string | null;

  /**
   * When the last attempt ended; null while the log is open.
   * @example null
   */
  end: string | null;

  /** @example null */
  totalMinutes: number | null;
}

/** What happened, written at execution, never after. Times are the reporter's where one was given, else the recorded one. */
export class DeploymentLogDto implements DeploymentLogDocument {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'standard' */
  @Holds(kinds)
  kind: ReleaseKind;

  /** @example 'c0ffee1' */
  candidate: string;

  /** @example '2026-03-02T08:20:00.000Z' */
  date: string;

  /**
   * The furthest that was reached.
   * @example 'dev'
   */
  @Holds(words(environments), { orNull: true })
  environment: Environment | null;

  /** The cio who requested the latest deployment. */
  @Holds(() => DeployedByDto)
  deployedBy: DeployedByDto;

  @Holds(() => AuthorizedByDto)
  authorizedBy: AuthorizedByDto;

  @HoldsAll(() => LogTicketDto)
  tickets: LogTicketDto[];

  /** An entry for each attempt, in order of the path; one without an attempt for each environment that was not reached. */
  @HoldsAll(() => LogEntryDto)
  promotionPath: LogEntryDto[];

  /** The checks of the latest deployment to production. */
  @HoldsAll(() => ShownCheckDto)
  postDeploymentVerification: ShownCheckDto[];

  @Holds(() => RollbackStatusDto)
  rollback: RollbackStatusDto;

  @Holds(() => LogDurationDto)
  duration: LogDurationDto;

  /** @example 'IN PROGRESS' */
  @Holds(words(results))
  result: DeploymentLogDocument['result'];
}
