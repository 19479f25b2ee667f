/** Lets one at a time through for each name, in the order in which they came. */
export class Lines {
  private readonly last = new Map<string, Promise<unknown>>();

  async inLine<Result>(name: string, turn: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(name);
    const mine = before ? before.then(turn, turn) : turn();
    this.last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === mine) this.last.delete(name);
    }
  }
}
