/** What stands in production: verified there and not rolled back since. */
export interface InProduction {
  readonly version: string;
  /** Recorded time at which it was verified, or restored by a rollback. */
  readonly since: string;
}

export interface ProjectRow {
  readonly project: string;
  /** Null until the project is registered. */
  readonly name: string | null;
  readonly registeredAt: string | null;
  /** Null while nothing was ever verified there, or the first release was rolled back. */
  readonly production: InProduction | null;
  /** How many events the streams of the project have. */
  readonly events: number;
}
