import type { Background } from '@roadbook/process';
import { Lease } from './lease.js';

/** The lease of a service that runs in one process, because its files belong to that one: it always holds, at no cost. */
export class SoleReplica extends Lease {
  override during(work: Background): Background {
    return work;
  }

  override start(): Promise<void> {
    return Promise.resolve();
  }

  override stop(): Promise<void> {
    return Promise.resolve();
  }
}
