import { Faults } from './faults.js';
import type { Call, Fault } from './faults.js';
import { Appending } from './rules/appending.js';
import { KnownIds } from './rules/known-ids.js';
import { Log } from './rules/log.js';
import { failures } from './wire/failures.js';
import type { Failure } from './wire/failures.js';

/** Versions of the server that differ in what a subscription sees. */
export type Version = '22.10' | '23.10' | '24.2' | '24.10' | '25.1';

/** With TLS, and for one user only. */
export interface Security {
  /** PEM */
  readonly certificate: string;
  /** PEM */
  readonly key: string;
  readonly username: string;
  readonly password: string;
}

export interface DoubleOptions {
  /** By default it speaks without TLS, with everybody. */
  readonly security?: Security;
  /** By default 24.10. */
  readonly version?: Version;
  /** The most bytes of one append; by default as the version has it. */
  readonly appendBytesMax?: number;
  /** How far the server's clock is ahead of the client's. */
  readonly clockAheadMs?: number;
}

/** What is known of a subscription, and can be done to it, on the side of the server. */
export interface OpenSubscription {
  readonly eventsSent: number;
  /** Ends without a word. */
  end(): void;
  /** Sends nothing more, and stays open. */
  stall(): void;
  /** Ends with an error. */
  fail(failure: Error): void;
}

/** One node: its log, its rules, and what goes wrong in it. */
export class Node {
  readonly log = new Log();
  readonly ids = new KnownIds();
  readonly faults = new Faults();
  readonly appending = new Appending(this.log, this.ids);
  readonly options: Required<Omit<DoubleOptions, 'security'>>;
  readonly calls: Record<Call, number> = {
    append: 0,
    batch: 0,
    features: 0,
    read: 0,
    subscribe: 0,
  };
  /** The most events that a read asked for. */
  largestRead = 0n;
  /** Those that are open. */
  readonly subscriptions = new Set<OpenSubscription>();
  /** Where a node that is none itself says that the leader is. */
  leader = { host: '127.0.0.1', port: 0 };

  constructor({ version = '24.10', appendBytesMax, clockAheadMs = 0 }: DoubleOptions = {}) {
    const most = version === '25.1' ? 268_435_456 : 1_048_576;
    this.options = { version, appendBytesMax: appendBytesMax ?? most, clockAheadMs };
  }

  /** A call comes in: what goes wrong with it. */
  faultOf(call: Call, stream?: string): Fault | undefined {
    this.calls[call] += 1;
    return this.faults.next(call, stream);
  }

  readonly notLeader = (): Failure => failures.notLeader(this.leader.host, this.leader.port);
}
