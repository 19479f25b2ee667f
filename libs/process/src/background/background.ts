/** Something that works in the background while the service runs. */
export interface Background {
  start?(): unknown;
  stop(): unknown;
  /** What is wrong, as a sentence for readiness; `undefined` when it works. */
  trouble?(): string | undefined;
  /** What has to be known of it although it works, as a sentence for readiness. */
  readonly note?: string;
}
