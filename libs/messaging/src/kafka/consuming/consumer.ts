import type { Delays } from '@roadbook/process';
import type { Delivered, Handle } from '../../messaging.js';
import type { Names } from '../names.js';
import type { Seal } from '../seal.js';

/** Who consumes what. */
export interface Consumer {
  readonly name: string;
  readonly topics: readonly string[];
  readonly handle: Handle;
  /** Keeps what could not be taken, as a dead letter. */
  readonly bury: (message: Delivered, reason: string) => Promise<void>;
}

export interface ConsumingOptions {
  readonly names: Names;
  readonly seal: Seal;
  readonly delays: Delays;
  readonly drainMs: number;
  readonly partitionsInAll: number;
  readonly onFailure: (what: string, error: unknown) => void;
  readonly onFatal: (error: unknown) => void;
}
