/** The project is not registered. */
export class UnknownProject extends Error {
  override readonly name = 'UnknownProject';
  constructor(readonly project: string) {
    super(`project ${project} is not registered; an orchestrator can register it`);
  }
}

/** The project has no such release, or had none at the point that was asked about. */
export class UnknownRelease extends Error {
  override readonly name = 'UnknownRelease';
  constructor(
    readonly project: string,
    readonly version: string,
    then = '',
  ) {
    super(`${project} has no release ${version}${then}; a cio can plan it`);
  }
}

/** The release has no such deployment, rehearsal, plan or log. */
export class UnknownPart extends Error {
  override readonly name = 'UnknownPart';
}

/** What was asked about lies in the future: a time that has not come, or a revision that is not written. */
export class NotYetHappened extends Error {
  override readonly name = 'NotYetHappened';
}
