import type { Request, Service } from './service.js';

/** What an accepted command is answered with; an id, where it made something. */
export interface Accepted {
  readonly revision: number;
  readonly position: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly deployment: string;
  readonly rehearsal: string;
  readonly rollback: string;
  readonly plan: string;
}

/** The answer of a command that has to be accepted. A second passes before it. */
export async function accepted(service: Service, request: Request): Promise<Accepted> {
  service.clock.advance({ seconds: 1 });
  const answer = await service.send(request);
  if (answer.statusCode >= 300)
    throw new Error(`${request.method} ${request.path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<Accepted>();
}

/** A refused command, as it is told. */
export interface Refused {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly violation?: boolean;
  readonly conditions: readonly { readonly id: string; readonly missing: string }[];
}

export async function read<Answer>(service: Service, path: string): Promise<Answer> {
  const answer = await service.send({ method: 'GET', path, as: 'auditor' });
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<Answer>();
}
