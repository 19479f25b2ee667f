/** Port: lets a command wait until what followed from the events before it has been done. */
export abstract class Settled {
  /**
   * Resolves when every reaction to the events that are stored now has been carried out.
   * @throws StoreUnavailable when that takes longer than 5 s.
   */
  abstract settled(): Promise<void>;
}
