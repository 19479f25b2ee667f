/** The streams of a project (docs/decisions/0002): who decides what, and under which name it stands in the event store. */

/** What the streams of all releases begin with; behind it stand project and version. */
export const releaseStreams = 'release-';

const releasePrefix = (project: string): string => `${releaseStreams}${project}@`;
export const releaseStream = (project: string, version: string): string =>
  `${releasePrefix(project)}${version}`;
export const roadStream = (project: string): string => `road-${project}`;
export const violationsStream = (project: string): string => `violations-${project}`;
/** What roles are told of the events of a release, or of the others of a project. */
export const notificationsStream = (project: string, version?: string): string =>
  `notifications-${project}${version === undefined ? '' : `@${version}`}`;

/** What every stream of the project begins with. Streams of another one can too (`web` and `web-app`): `streamOf` tells them apart. */
export const streamPrefixesOf = (project: string): string[] => [
  releasePrefix(project),
  roadStream(project),
  violationsStream(project),
  notificationsStream(project),
];

const streamShape = /^(release|road|violations|notifications)-([a-z][a-z0-9-]{0,62})(?:@(.+))?$/;

/** What a stream is about; `undefined` for a stream that is none of ours. */
export function streamOf(
  stream: string,
): { readonly kind: string; readonly project: string; readonly version?: string } | undefined {
  const [, kind, project, version] = streamShape.exec(stream) ?? [];
  return kind === undefined || project === undefined ? undefined : { kind, project, version };
}

/** The release of a release stream. */
export function releaseOfStream(stream: string): { project: string; version: string } {
  const { project = '', version = '' } = streamOf(stream) ?? {};
  return { project, version };
}
