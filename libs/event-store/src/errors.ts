import type { Position } from './events.js';

/** The stream's last event is another one than the appender expected. Nothing was written. */
export class WrongExpectedHead extends Error {
  override readonly name = 'WrongExpectedHead';
  constructor(
    readonly stream: string,
    readonly expected: number | undefined,
    readonly actual: number | undefined,
  ) {
    super(
      expected === actual
        ? `stream ${stream} is ${at(actual)} as expected, but with another event there; read it again and decide anew`
        : `stream ${stream} was expected ${at(expected)}, and is ${at(actual)}; read it again and decide anew`,
    );
  }
}

const at = (revision: number | undefined) =>
  revision === undefined ? 'not to exist' : `at revision ${String(revision)}`;

/** An id names one event for good, and this one is taken by an event at another place. Nothing was written. */
export class EventIdTaken extends Error {
  override readonly name = 'EventIdTaken';
  constructor(
    readonly id: string,
    readonly stream: string,
    readonly revision: number,
  ) {
    super(
      `event id ${id} is taken by revision ${revision} of stream ${stream}; give a new event a new id`,
    );
  }
}

/** The append exceeds a limit. Nothing was written. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
  constructor(
    what: string,
    /** As a sentence. */
    readonly limit: string,
  ) {
    super(`${what}; ${limit}`);
  }
}

/** The store cannot be reached or refuses to write. Nothing was written. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** Where it does not pass by itself: what whoever asked is told, as a sentence. */
  readonly lasting: string | undefined;

  constructor(message: string, { lasting, ...options }: ErrorOptions & { lasting?: string } = {}) {
    super(message, options);
    this.lasting = lasting;
  }
}

/** The append may or may not have been written. Repeating it with the same ids and head is safe. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** What is stored at this place is no event any more: the store was damaged or tampered with. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    readonly position: Position,
    readonly stream: string,
    readonly revision: number,
    readonly id: string,
    options?: ErrorOptions,
  ) {
    super(
      `event ${id} at position ${position} (revision ${revision} of stream ${stream}) cannot be read: its data is no JSON`,
      options,
    );
  }
}
