/** There is no such dead letter. */
export class NoSuchDeadLetter extends Error {
  override readonly name = 'NoSuchDeadLetter';
  constructor(
    readonly topic: string,
    readonly id: string,
  ) {
    super(`there is no dead letter ${id} of ${topic}; list them to see those that there are`);
  }
}

/** The dead letter can't be replayed. Nothing was published. */
export class CannotReplay extends Error {
  override readonly name = 'CannotReplay';
}
