import { setTimeout as pause } from 'node:timers/promises';

const usualLimitMs = 10_000;
const pauseMs = 5;

/** Until it holds: what the service does by itself comes after the answer that it follows from. */
export async function eventually(
  holds: () => Promise<boolean>,
  limitMs = usualLimitMs,
): Promise<void> {
  const untilMs = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > untilMs) throw new Error(`it did not come true within ${String(limitMs)} ms`);
    await pause(pauseMs);
  }
}
