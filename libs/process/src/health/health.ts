import { report } from './health-check.js';
import type { HealthCheck, HealthReport } from './health-check.js';

/**
 * What probes ask. *Live*: the process answers at all; a restart helps when it doesn't. *Started*: start-up
 * has ended. *Ready*: started, not stopping, and every check is well; requests may be sent here.
 */
export class Health {
  #phase: 'starting' | 'started' | 'stopping' = 'starting';
  readonly #checks: HealthCheck[] = [];
  readonly #awaited = new Set<object>();

  /** Adds a check of readiness. */
  watch(check: HealthCheck): void {
    this.#checks.push(check);
  }

  /** Start-up has not ended before this part says that its own has. */
  awaits(part: object): void {
    this.#awaited.add(part);
  }

  /** Ends start-up when no other part is awaited. */
  markStarted(part?: object): void {
    if (part) this.#awaited.delete(part);
    if (this.#phase === 'starting' && this.#awaited.size === 0) this.#phase = 'started';
  }

  markStopping(): void {
    this.#phase = 'stopping';
  }

  live(): Promise<HealthReport> {
    return report([]);
  }

  started(): Promise<HealthReport> {
    return report([this.#startUp]);
  }

  ready(): Promise<HealthReport> {
    return report([this.#startUp, this.#shutdown, ...this.#checks]);
  }

  readonly #startUp: HealthCheck = {
    name: 'start-up',
    ask: () => (this.#phase === 'starting' ? 'still starting' : undefined),
  };

  readonly #shutdown: HealthCheck = {
    name: 'shutdown',
    ask: () => (this.#phase === 'stopping' ? 'stopping' : undefined),
  };
}
