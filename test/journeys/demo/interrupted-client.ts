import { Client, Refused } from '../../../demo/client.js';
import type { Problem, Request } from '../../../demo/client.js';
import type { Service } from '../api/service.js';
import { readStrictly } from './read-strictly.js';

/** What stops a run. To the demo it is as if its process were gone. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * The demo's client, asking a service in this process. It is stopped after so many requests, the last of which is carried out while its
 * answer is never heard. A second passes before each request.
 */
export class InterruptedClient extends Client {
  constructor(
    private readonly service: Service,
    private requestsLeft: number,
  ) {
    super('http://in-this-process');
  }

  override async json<Answer>(request: Request): Promise<Answer> {
    return readStrictly(JSON.parse(await this.text(request)) as Answer & object);
  }

  override async text({ method, path, token, key, body }: Request): Promise<string> {
    this.service.clock.advance({ seconds: 1 });
    const answer = await this.service.send({
      method,
      path,
      ...(body && { body }),
      headers: {
        authorization: `Bearer ${token}`,
        ...(key !== undefined && { 'idempotency-key': key }),
      },
    });
    this.requestsLeft -= 1;
    if (this.requestsLeft === 0) throw new Interrupted('the run was stopped');
    if (answer.statusCode >= 300) throw new Refused(answer.statusCode, answer.json<Problem>());
    return answer.body;
  }
}
