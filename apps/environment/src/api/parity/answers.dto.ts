import { Holds, HoldsAll, words } from '@roadbook/api';
import { environments, roles } from '@roadbook/decider';
import type { ActorId, Environment, Role } from '@roadbook/decider';
import { parityStates } from '../../domain/environments/parity.js';
import type { ParityState } from '../../domain/environments/parity.js';
import type { ParityView } from '../../queries/parity/get-parity.js';
import type { DriftTimeView, DriftView } from '../../queries/parity/list-drifts.js';
import type { ParityCheckView } from '../../queries/parity/list-parity-checks.js';
import { DriftDto } from '../environments/answers.dto.js';

export const purposes = ['promotion', 'check', 'configuration-change'] as const;

class ParityAnswerDto {
  /**
   * Whether staging mirrors production; `unknown` counts as no.
   * @example 'mirrors'
   */
  @Holds(words(parityStates))
  staging: ParityState;

  /** @example 'drifts' */
  @Holds(words(parityStates))
  qa: ParityState;

  /** What differs, at most 500 of it. */
  @HoldsAll(() => DriftDto)
  drift: DriftDto[];

  /**
   * How much differs in all.
   * @example 1
   */
  driftCount: number;
}

export class ParityDto extends ParityAnswerDto implements ParityView {
  /** @example 'shop' */
  project: string;

  /**
   * Of the project's environments; the ETag says the same.
   * @example 12
   */
  revision: number;
}

/** A check of parity that ran, whatever it found. */
export class ParityCheckDto extends ParityAnswerDto implements ParityCheckView {
  /**
   * Of the answer, which is that of its event.
   * @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11'
   */
  id: string;

  /** @example 'shop' */
  project: string;

  /**
   * What it was made for.
   * @example 'check'
   */
  @Holds(words(purposes))
  purpose: ParityCheckView['purpose'];

  /**
   * The question that it answers; null where nobody asked from elsewhere.
   * @example null
   */
  question: string | null;

  /** @example null */
  version: string | null;

  /** @example null */
  candidate: string | null;

  /** @example null */
  @Holds(words(environments), { orNull: true })
  environment: Environment | null;

  /** @example null */
  deployment: string | null;

  /**
   * The configuration change that was then in every environment.
   * @example null
   */
  change: string | null;

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

  /** @example 17 */
  position: number;
}

export class DriftTimeDto implements DriftTimeView {
  /**
   * The event by which it was found.
   * @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11'
   */
  foundBy: string;

  /** @example '2026-03-02T08:05:00.000Z' */
  foundAt: string;

  /**
   * Null while it stands.
   * @example null
   */
  resolvedAt: string | null;
}

export class StandingDriftDto extends DriftDto implements DriftView {
  /** @example 'shop' */
  project: string;

  /** @example true */
  standing: boolean;

  /** When it stood, the last time first; at most 20 times. */
  @HoldsAll(() => DriftTimeDto)
  times: DriftTimeDto[];

  /** @example 17 */
  position: number;
}
