/** A request that carries an Idempotency-Key. */
export interface KeyedRequest {
  /** Stands for the key and whose it is, without holding them: two actors may use the same one. */
  readonly scope: string;
  /** Stands for method, address and body; a key belongs to one of them. */
  readonly fingerprint: string;
}

/** The first answer, as it will be given again. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What a key stands for now. *New*: this request has it, and must `complete` or `release` it. *Answered*: give
 * the first answer again. *In use*: the first request is still under way. *Reused*: it belongs to another
 * request.
 */
export type Claim =
  | { readonly state: 'new' }
  | { readonly state: 'answered'; readonly answer: StoredAnswer }
  | { readonly state: 'in-use' }
  | { readonly state: 'reused' };

/** How long a first answer is given again. */
export const answerKeptMs = 24 * 60 * 60 * 1000;

/** First answers can't be asked what a key stands for, so that the request was not begun; or are not known to have recorded one. */
export class AnswersUnavailable extends Error {
  override readonly name = 'AnswersUnavailable';
}

/**
 * Port: keeps the first answers to requests with an Idempotency-Key. It may lose what it was told last, in a
 * crash: a command is known again by its id, in the events.
 */
export abstract class IdempotencyStore {
  /** @throws AnswersUnavailable */
  abstract claim(request: KeyedRequest): Claim | Promise<Claim>;
  /** @throws AnswersUnavailable where a repeat may be decided anew: then a refusal must not be sent */
  abstract complete(request: KeyedRequest, answer: StoredAnswer): void | Promise<void>;
  /** Gives the key back without an answer: a repeat will be a first request again. */
  abstract release(request: KeyedRequest): void | Promise<void>;
}
