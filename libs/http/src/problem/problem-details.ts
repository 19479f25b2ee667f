/** The media type of RFC 9457. */
export const problemMediaType = 'application/problem+json';

/**
 * Problem details of RFC 9457. `type` is a URN that stays the same for the same kind of problem, so that
 * programs can tell problems apart; `title` and `detail` are for people.
 */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly [member: string]: unknown;
}

/** Anything that ends a request with problem details instead of an answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly details: ProblemDetails,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(details.detail ?? details.title);
  }
}
