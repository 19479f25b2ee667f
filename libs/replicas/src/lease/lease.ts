import type { Background } from '@roadbook/process';

/**
 * Port: the right to do what a service does by itself, such as publishing and reacting, which one of its replicas has at a time. Started before
 * the work that is done with it, and stopped after it.
 */
export abstract class Lease implements Background {
  /** The same work, done only while this replica has the lease: it may be started and stopped several times. */
  abstract during(work: Background): Background;

  /** Resolves when it is known whether this replica has the lease now. */
  abstract start(): Promise<void>;

  /** Leaves the work to another replica, at once. */
  abstract stop(): Promise<void>;

  /** What is wrong, for readiness; `undefined` when it is known who has the lease. Absent where nothing can be wrong. */
  trouble?(): string | undefined;
}
