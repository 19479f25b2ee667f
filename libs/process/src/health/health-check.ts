/** One thing without which the service can't do its work. */
export interface HealthCheck {
  readonly name: string;
  /**
   * What is wrong, as a sentence for whoever asks without a token: no internals. `undefined` when all is well.
   * An exception and an answer that takes longer than a second count as wrong.
   */
  ask(): string | undefined | Promise<string | undefined>;
  /** What whoever asks has to know although all may be well, as a sentence. */
  readonly note?: string;
}

export interface HealthReport {
  readonly healthy: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly wrong?: string;
    readonly note?: string;
  }[];
}

const answerWithinMs = 1_000;

export async function report(checks: readonly HealthCheck[]): Promise<HealthReport> {
  const answers = await Promise.all(checks.map((check) => answer(check)));
  return { healthy: answers.every(({ wrong }) => wrong === undefined), checks: answers };
}

async function answer(check: HealthCheck): Promise<HealthReport['checks'][number]> {
  const { name, note } = check;
  const told = { name, ...(note !== undefined && { note }) };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, answerWithinMs, `no answer within ${answerWithinMs} ms`);
  });
  try {
    const wrong = await Promise.race([check.ask(), late]);
    return wrong === undefined ? told : { ...told, wrong };
  } catch {
    return { ...told, wrong: 'the check itself failed' };
  } finally {
    clearTimeout(timer);
  }
}
