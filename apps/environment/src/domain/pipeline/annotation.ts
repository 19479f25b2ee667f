/** The written plan of a pipeline change, before it is made. */
export interface Annotation {
  readonly what: string;
  readonly why: string;
  readonly impact: string;
  /** How it is undone. */
  readonly undo: string;
  /** SHA-256 of the definition that it leads to; null where that is not known before. */
  readonly announced: string | null;
}
