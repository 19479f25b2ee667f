/** The project is not registered, or the service that was asked has not heard of it. */
export class UnknownProject extends Error {
  override readonly name = 'UnknownProject';
  constructor(
    readonly project: string,
    sentence = `project ${project} is not registered; an orchestrator can register it`,
  ) {
    super(sentence);
  }
}

/** What was asked about has no such part. */
export class UnknownPart extends Error {
  override readonly name = 'UnknownPart';
}

/** What was asked about lies in the future: a time that has not come, or a revision that is not written. */
export class NotYetHappened extends Error {
  override readonly name = 'NotYetHappened';
}
