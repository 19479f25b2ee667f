import { setTimeout as pause } from 'node:timers/promises';

/** How long the service may be away before the demo gives up; what it is trying by then is given up too. */
const awayMsMax = 20_000;
const retryDelayMs = 250;
const requestMsMax = 15_000;

/** The service did not answer for so long that somebody has to look. */
export class ServiceWentAway extends Error {
  override readonly name = 'ServiceWentAway';
}

/** The service refused, and said why in problem details. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title);
  }

  /** The ids of the conditions that were not met. */
  get conditions(): string[] {
    return (this.problem.conditions ?? []).map(({ id }) => id);
  }
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly conditions?: readonly {
    readonly id: string;
    readonly missing: string;
    readonly from?: string;
  }[];
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token: string;
  /** Makes a repeat the same command. */
  readonly key?: string;
  readonly body?: object;
  readonly accept?: string;
}

/** Speaks HTTP with the service; repeats what was not answered, with its key, until it is. */
export class Client {
  constructor(
    readonly url: string,
    private readonly awayMs = awayMsMax,
  ) {}

  async json<Answer>(request: Request): Promise<Answer> {
    return JSON.parse(await this.text(request)) as Answer;
  }

  async text(request: Request): Promise<string> {
    const untilMs = Date.now() + this.awayMs;
    for (;;) {
      const answer = await this.attempt(request, Math.max(untilMs - Date.now(), 1));
      if (answer.ok) return answer.body;
      if (!isPassing(answer)) throw new Refused(answer.status, problemIn(answer.body));
      if (Date.now() + retryDelayMs >= untilMs)
        throw new ServiceWentAway(`${this.url} ${answer.body}; run it again to go on from here`);
      await pause(retryDelayMs);
    }
  }

  private async attempt(
    { method, path, token, key, body, accept = 'application/json' }: Request,
    leftMs: number,
  ) {
    try {
      const response = await fetch(`${this.url}${path}`, {
        method,
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(Math.min(requestMsMax, leftMs)),
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: accept,
          ...(body && { 'Content-Type': 'application/json' }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        },
      });
      return { ok: response.ok, status: response.status, body: await response.text() };
    } catch (error) {
      return { ok: false, status: unanswered, body: `does not answer (${causeOf(error)})` };
    }
  }
}

const unanswered = 0;

const stillUnderWay = 'urn:roadbook:problem:idempotency-key-in-use';

/** Not answered, still under way, or unable to answer for the moment: the same again in a while. */
const isPassing = ({ status, body }: { readonly status: number; readonly body: string }): boolean =>
  status === unanswered ||
  status === 503 ||
  (status === 409 && problemIn(body).type === stillUnderWay);

function problemIn(body: string): Problem {
  try {
    return JSON.parse(body) as Problem;
  } catch {
    return { type: 'about:blank', title: body.slice(0, 200) };
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
