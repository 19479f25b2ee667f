import { Client, ServiceWentAway } from '../../demo/client.js';
import type { Request } from '../../demo/client.js';

export interface Recorded {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
}

/** What a client was told of one command in the end. */
export interface Acknowledgement {
  readonly request: Request;
  readonly answer: string;
  readonly events: readonly Recorded[];
}

/** What all clients were told, by the key of the command. */
export type Book = Map<string, Acknowledgement>;

/** How often a client starts over with an unanswered request: a service that dies again and again is away for long. */
const startedOverMax = 6;

/** A client that keeps a book of what it was told. */
export class AccountingClient extends Client {
  constructor(
    url: string,
    private readonly book: Book,
    /** When aborted, a request that is not answered is given up. */
    private readonly patience: AbortSignal,
  ) {
    super(url);
  }

  override async text(request: Request): Promise<string> {
    const answer = await this.persist(request);
    if (request.key !== undefined) this.enter(request.key, request, answer);
    return answer;
  }

  private async persist(request: Request): Promise<string> {
    for (let startedOver = 0; ; startedOver += 1) {
      try {
        return await super.text(request);
      } catch (error) {
        const isPassing = error instanceof ServiceWentAway && !this.patience.aborted;
        if (!isPassing || startedOver === startedOverMax) throw error;
      }
    }
  }

  private enter(key: string, request: Request, answer: string): void {
    if (this.book.has(key)) throw new Error(`${request.path} was given twice, with key ${key}`);
    const { events } = JSON.parse(answer) as Pick<Acknowledgement, 'events'>;
    this.book.set(key, { request, answer, events });
  }
}
