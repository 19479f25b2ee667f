/** It did not end in time; whether it will is unknown. */
export class DeadlineMissed extends Error {
  override readonly name = 'DeadlineMissed';
}

/** What the work comes to, unless it takes longer: kafkajs promises no end of anything when a connection is lost. */
export async function within<Result>(
  limitMs: number,
  what: string,
  work: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineMissed(`${what} took longer than ${limitMs} ms`));
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
