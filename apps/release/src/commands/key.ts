/** One release, by its natural key. */
export interface Key {
  readonly project: string;
  readonly version: string;
}
