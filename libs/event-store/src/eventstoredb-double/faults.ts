/** The calls in which something can go wrong. */
export type Call = 'append' | 'batch' | 'features' | 'read' | 'subscribe';

/**
 * What goes wrong in a call:
 * - `silence`: nothing is done, and nothing answered, ever
 * - `lost-answer`: done, and never answered
 * - `late-answer`: done, and answered only when `Faults.release` says so
 * - `late-write`: neither done nor answered before `Faults.release`
 * - `broken`: done, and the connection breaks before the answer
 * - `cut-short`: not done, and the connection breaks
 * - `clean-end`: the server ends the call without a word (appends alone are answered with nothing at all)
 * - `wrong-version`: done, and answered with a wrong expected version all the same
 * - `not-leader`, `not-ready`, `commit-timeout`: not done, and said so as the server does
 * - `second-answer`: done, and answered twice; batches only
 */
export type Fault =
  | 'silence'
  | 'lost-answer'
  | 'late-answer'
  | 'late-write'
  | 'broken'
  | 'cut-short'
  | 'clean-end'
  | 'wrong-version'
  | 'not-leader'
  | 'not-ready'
  | 'commit-timeout'
  | 'second-answer';

interface Order {
  readonly call: Call;
  readonly fault: Fault;
  readonly stream: string;
  left: number;
}

/** Faults to order: each happens to the next calls that it is ordered for, in the order in which they were ordered. */
export class Faults {
  private orders: Order[] = [];
  private held: (() => void)[] = [];

  /**
   * @param times how many calls it happens to
   * @param stream only calls about streams whose name contains this
   */
  order(call: Call, fault: Fault, { times = 1, stream = '' } = {}): void {
    this.orders.push({ call, fault, stream, left: times });
  }

  /** The fault of a call that comes in now. */
  next(call: Call, stream = ''): Fault | undefined {
    const order = this.orders.find((one) => one.call === call && stream.includes(one.stream));
    if (!order) return undefined;
    order.left -= 1;
    if (order.left <= 0) this.orders = this.orders.filter((one) => one !== order);
    return order.fault;
  }

  /** Keeps this until it is released. */
  hold(what: () => void): void {
    this.held.push(what);
  }

  /** How many answers or writes are held back. */
  get heldBack(): number {
    return this.held.length;
  }

  /** Lets go of everything that is held back. */
  release(): void {
    for (const what of this.held.splice(0)) what();
  }

  /** All is well again; what was held back is gone. */
  clear(): void {
    this.orders = [];
    this.held = [];
  }
}
