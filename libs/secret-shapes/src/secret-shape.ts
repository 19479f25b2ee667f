/** The shape of a secret: specific enough that nobody writes it by accident. */
export interface SecretShape {
  /** How a refusal names it. */
  readonly name: string;
  /** What it looks like, for the documentation. */
  readonly looks: string;
  /** Matches in every text that holds the shape, and hardly anywhere else. Tells most texts apart at once. */
  readonly hint: RegExp;
  /**
   * Global. Runs in linear time on any text: a repetition is bounded, or it begins where it can't have begun
   * one character earlier.
   */
  readonly pattern: RegExp;
  /** Looks closer at a match, where a pattern alone can't tell. */
  readonly confirm?: (match: string) => boolean;
}
