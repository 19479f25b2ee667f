/** Thrown by a handler about a message that can't be taken, however often it is delivered: it becomes a dead letter with this reason. */
export class Poison extends Error {
  override readonly name = 'Poison';

  /** @param reason why, in a sentence for whoever sent it; it never repeats what may be a secret */
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
