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
