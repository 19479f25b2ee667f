/** A pause that is over after its time, or as soon as somebody is in a hurry. */
export class Rest {
  private end: () => void = () => undefined;

  constructor(private readonly restMs: number) {}

  take(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.restMs);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the pause that is being taken, if any. */
  cutShort(): void {
    this.end();
  }
}
