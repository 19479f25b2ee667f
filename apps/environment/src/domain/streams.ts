/** The streams of a project (docs/decisions/0009): who decides what, and under which name it stands in the event store. */
export const environmentsStream = (project: string): string => `environments-${project}`;
export const pipelineStream = (project: string): string => `pipeline-${project}`;
export const violationsStream = (project: string): string => `violations-${project}`;

/** What every stream of the project begins with. Streams of another one can too (`web` and `web-app`): `streamOf` tells them apart. */
export const streamPrefixesOf = (project: string): string[] => [
  environmentsStream(project),
  pipelineStream(project),
  violationsStream(project),
];

const streamShape = /^(environments|pipeline|violations)-([a-z][a-z0-9-]{0,62})$/;

/** What a stream is about; `undefined` for a stream that is none of ours. */
export function streamOf(
  stream: string,
): { readonly kind: string; readonly project: string } | undefined {
  const [, kind, project] = streamShape.exec(stream) ?? [];
  return kind === undefined || project === undefined ? undefined : { kind, project };
}
