/** When something was recorded, and when its reporter says that it happened. */
interface Moment {
  readonly recordedAt: string;
  readonly occurredAt?: string;
}

/**
 * Both ends of a stretch of time by one and the same clock: the reporters' where both ends were reported and go forwards, else this
 * service's. From the one to the other no time is told, and no end lies before its start. A single point is shown as it was reported.
 */
export function byOneClock(from: Moment, to: Moment): { start: string; end: string } {
  const [start, end] = [from.occurredAt, to.occurredAt];
  return start !== undefined && end !== undefined && start <= end
    ? { start, end }
    : { start: from.recordedAt, end: to.recordedAt };
}
