/** How a service names its streams. */
export interface StreamNames {
  /** What a stream is about; `undefined` for a stream that is none of the service's. */
  of(stream: string): { readonly project: string; readonly version?: string } | undefined;
  /** What every stream of the project begins with. Streams of another one can too: `of` tells them apart. */
  prefixesOf(project: string): readonly string[];
  /** The stream that there is as soon as the service knows the project. */
  opensWith(project: string): string;
  /** What is said of a project that the service does not know; by default, that it is not registered. */
  readonly unknown?: string;
}
