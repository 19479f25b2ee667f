import type { ActorId, Environment } from '@roadbook/decider';
import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import type { StopView } from '../../queries/releases/path-view.js';
import { Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';

/** A list that the compiler keeps complete. */
const stopStates = Object.keys({
  'not-reached': true,
  requested: true,
  deploying: true,
  verifying: true,
  passed: true,
  failed: true,
  errored: true,
  unanswered: true,
  withdrawn: true,
} satisfies Record<StopView['state'], true>);

export class StopCheckDto {
  /** @example 'smoke-tests' */
  check: string;

  /** @example null */
  @Holds(words(verdicts), { orNull: true })
  verdict: Verdict | null;
}

/** An environment on the path, with the latest deployment of the candidate there. Times are recorded times. */
export class StopDto implements StopView {
  /** @example 'dev' */
  @Holds(words(environments))
  environment: Environment;

  /**
   * Where that deployment stands, or how it ended.
   * @example 'not-reached'
   */
  @Holds(words(stopStates))
  state: StopView['state'];

  /** @example null */
  deployment: string | null;

  /**
   * Counts from 1.
   * @example null
   */
  attempt: number | null;

  /** @example null */
  claimedBy: ActorId | null;

  /**
   * Until when something is awaited; null when nothing is.
   * @example null
   */
  deadline: string | null;

  /** @example null */
  deployedAt: string | null;

  /** @example null */
  endedAt: string | null;

  /**
   * True when the diagnosis and resolution of its failure are recorded.
   * @example false
   */
  diagnosed: boolean;

  /** Every required check. */
  @HoldsAll(() => StopCheckDto)
  checks: StopCheckDto[];
}
