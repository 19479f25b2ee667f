import type { Head } from '@roadbook/event-store';
import type { Ids } from '@roadbook/process';
import type { AnswerEvent, AnswerStream } from './answer-stream.js';

/** A claim says that its request is under way when it was silent for so long. */
const keptAfterMs = 3_000;
/** Five minutes: a request that never ends must not hold its key for ever. */
const keptTimesMax = 100;

/** After this silence the replica of a claim has died, and the key may be claimed again: it would have spoken three times, and clocks differ by seconds. */
export const claimLostAfterMs = 10_000;

/** The claim of a request under way at this replica: said again and again until it ends. */
export class KeptClaim {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private ended = false;

  /** @param head where `claim` stands; `undefined` once somebody else wrote behind it */
  constructor(
    private readonly stream: AnswerStream,
    private head: Head | undefined,
    private readonly claim: AnswerEvent,
    private readonly ids: Ids,
  ) {
    this.keepOn(keptTimesMax);
  }

  /**
   * Says how the request ended, as soon as the store takes it; the claim is not said again from now on.
   * @returns false where another replica took the key over meanwhile, which answers then
   */
  async end(event: AnswerEvent): Promise<boolean> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.turn;
    await this.write(event, true);
    return this.head !== undefined;
  }

  private keepOn(times: number): void {
    if (this.ended || times === 0) return;
    this.timer = setTimeout(() => {
      // What could not be said is said the next time.
      this.turn = this.write(this.claim, false)
        .catch(() => undefined)
        .then(() => {
          this.keepOn(times - 1);
        });
    }, keptAfterMs).unref();
  }

  private async write(event: AnswerEvent, insisting: boolean): Promise<void> {
    const { head: expected } = this;
    if (!expected) return;
    this.head = await this.stream.write({ id: this.ids.next(), expected, event, insisting });
  }
}
