/** The streams of a project: its registration as it was heard of, and one for each entry. */

/** What the streams of the entries of a project begin with. */
export const entryStreamsOf = (project: string): string => `entry-${project}@`;
export const entryStream = (project: string, entry: string): string =>
  `${entryStreamsOf(project)}${entry}`;
export const projectStream = (project: string): string => `project-${project}`;

/** What every stream of the project begins with. Streams of another one can too (`web` and `web-app`): `streamOf` tells them apart. */
export const streamPrefixesOf = (project: string): string[] => [
  entryStreamsOf(project),
  projectStream(project),
];

const streamShape = /^(?:project-([a-z][a-z0-9-]{0,62})|entry-([a-z][a-z0-9-]{0,62})@(.+))$/;

/** What a stream is about; `undefined` for a stream that is none of ours. */
export function streamOf(
  stream: string,
): { readonly project: string; readonly entry?: string } | undefined {
  const [, ofProject, ofEntry, entry] = streamShape.exec(stream) ?? [];
  const project = ofProject ?? ofEntry;
  if (project === undefined) return undefined;
  return entry === undefined ? { project } : { project, entry };
}

/** The entry of an entry's stream. */
export function entryOfStream(stream: string): { project: string; entry: string } {
  const { project = '', entry = '' } = streamOf(stream) ?? {};
  return { project, entry };
}
