import { within as inTime } from '@roadbook/process';

/** It did not end in time; whether it will is unknown. */
export class DeadlineMissed extends Error {
  override readonly name = 'DeadlineMissed';
}

/** What the work comes to, unless it takes longer: kafkajs promises no end of anything when a connection is lost. */
export const within = <Result>(
  limitMs: number,
  what: string,
  work: Promise<Result>,
): Promise<Result> =>
  inTime(limitMs, work, () => {
    throw new DeadlineMissed(`${what} took longer than ${limitMs} ms`);
  });
