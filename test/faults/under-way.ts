import type { Walker } from './walker.js';

/** Walks that go on until they are asked to end; one that fails is heard of before. */
export class UnderWay {
  private isOver = false;
  private failure: Error | undefined;
  private readonly walks: Promise<unknown>;

  constructor(walkers: readonly Walker[]) {
    this.walks = Promise.all(walkers.map((walker) => walker.walk(() => this.isOver))).catch(
      (error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
      },
    );
  }

  throwIfFailed(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.walks;
    this.throwIfFailed();
  }
}
