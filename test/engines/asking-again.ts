import { createHash } from 'node:crypto';
import { Refused } from '../../demo/client.js';
import type { Request } from '../../demo/client.js';
import { AccountingClient } from '../faults/acknowledged.js';

const attemptsMax = 20;

/** A client that asks again, as a new command, where it was refused because another service did not answer: that refusal is the first answer for good. */
export class ClientThatAsksAgain extends AccountingClient {
  override async text(request: Request): Promise<string> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await super.text({ ...request, ...keyOf(request, attempt) });
      } catch (error) {
        const isSilence = error instanceof Refused && error.message.includes('did not answer');
        if (!isSilence || attempt === attemptsMax) throw error;
      }
    }
  }
}

const keyOf = ({ key }: Request, attempt: number): Pick<Request, 'key'> =>
  key === undefined || attempt === 0
    ? {}
    : {
        key: createHash('sha256')
          .update(`${key}/${String(attempt)}`)
          .digest('hex'),
      };
