/** Wakes everybody who waits for something to happen; each waits for the next ring only. */
export class Bell {
  private nextRing: PromiseWithRing = promiseWithRing();

  /** Settles at the next ring. Ask before looking whether there is something to do, so that no ring is missed in between. */
  next(): Promise<void> {
    return this.nextRing.promise;
  }

  ring(): void {
    const { ring } = this.nextRing;
    this.nextRing = promiseWithRing();
    ring();
  }
}

interface PromiseWithRing {
  readonly promise: Promise<void>;
  readonly ring: () => void;
}

function promiseWithRing(): PromiseWithRing {
  let ring!: () => void;
  const promise = new Promise<void>((resolve) => (ring = resolve));
  return { promise, ring };
}
