import type { Row, Rows } from './rows.js';

interface Waiting {
  readonly row: Row;
  readonly resolve: (id: number) => void;
}

/** Rows that came in during one turn of the event loop go to the disk in one transaction. A row that fails ends the server. */
export class GroupedRows {
  private waiting: Waiting[] = [];

  constructor(private readonly rows: Rows) {}

  insert(row: Row): Promise<number> {
    return new Promise((resolve) => {
      if (this.waiting.length === 0) setImmediate(this.commit);
      this.waiting.push({ row, resolve });
    });
  }

  private readonly commit = (): void => {
    const group = this.waiting;
    this.waiting = [];
    this.rows.begin();
    const ids = group.map(({ row }) => this.rows.insert(row));
    this.rows.commit();
    for (const [index, { resolve }] of group.entries()) resolve(ids[index] ?? 0);
  };
}
