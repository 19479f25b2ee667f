import type { Origin, Role } from '@roadbook/decider';
import type { Clock, Ids } from '@roadbook/process';
import type { Identity } from '../identity/identity.js';
import type { ProblemDetails } from '../problem/problem-details.js';
import { unauthenticated } from '../problem/problems.js';

/** What is known of a request beside its content. Fastify's request carries it as `roadbook`. */
export class RequestContext {
  /** Who asks, and in which role; absent where a route is open to everybody. */
  caller?: { readonly identity: Identity; readonly role: Role };
  /** Set where the request ended in a problem. */
  problem?: ProblemDetails;
  #commandId?: string;

  constructor(
    readonly correlationId: string,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The same for every repeat of the request when it carries an Idempotency-Key; else one of its own. */
  get commandId(): string {
    return (this.#commandId ??= this.ids.next());
  }

  set commandId(derived: string) {
    this.#commandId = derived;
  }

  /**
   * The origin of a command that this request gives, taken now.
   * @throws Problem 401 on a route that is open to everybody: nobody is known there
   */
  origin(): Origin {
    if (!this.caller) throw unauthenticated('this needs a bearer token');
    const { identity, role } = this.caller;
    return {
      actor: identity.actor,
      role,
      at: this.clock.now(),
      commandId: this.commandId,
      correlationId: this.correlationId,
    };
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    roadbook: RequestContext;
  }
}
