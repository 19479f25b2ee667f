import { randomUUID } from 'node:crypto';

/** Port: ids that nobody had before. */
export abstract class Ids {
  /** A UUID, lower-case. */
  abstract next(): string;
}

export class RandomIds extends Ids {
  override next(): string {
    return randomUUID();
  }
}
