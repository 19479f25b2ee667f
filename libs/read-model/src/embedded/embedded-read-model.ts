import type { EventStore, Position } from '@roadbook/event-store';
import type { Delays } from '@roadbook/process';
import { ReadModelNotReady } from '../errors.js';
import type { Columns, Projection } from '../projection.js';
import { Projector } from '../projector.js';
import type { AnyQuery, Query, RowPage } from '../query.js';
import { ReadModel, caughtUpLimitMs } from '../read-model.js';
import type { AnySearch, FoundPage, Search } from '../search.js';
import type { Status } from '../status.js';
import type { Summary } from '../summary.js';
import type { Served } from './served.js';
import { ServedRows } from './served-rows.js';
import { refuseUnfit } from './shape.js';
import { summarize } from './summarize.js';

export interface EmbeddedReadModelOptions {
  /** Where its files are kept; made when it does not exist. One folder for one service. */
  readonly folder: string;
  readonly events: EventStore;
  readonly projections: readonly Projection[];
  /** How long events are left to collect while nobody waits for them. */
  readonly restMs?: number;
  /** Before trying again when the events or the files could not be reached. */
  readonly retryDelays?: Delays;
}

/** A read model in SQLite files. */
export class EmbeddedReadModel extends ReadModel {
  private readonly rows: ServedRows;
  private readonly projector: Projector;
  private readonly projections: readonly Projection[];

  constructor({
    folder,
    events,
    projections,
    restMs = 100,
    retryDelays = { firstMs: 250, mostMs: 30_000 },
  }: EmbeddedReadModelOptions) {
    super();
    refuseUnfit(projections);
    this.projections = projections;
    this.rows = new ServedRows(folder, events, projections);
    this.projector = new Projector(events, this.rows, { restMs, retryDelays });
  }

  /**
   * Opens the rows, or builds them where none fit the projections, and follows the events from there. Resolves also when
   * that fails, as a service can decide without its rows; `status` tells.
   */
  start(): Promise<void> {
    return this.projector.start();
  }

  async stop(): Promise<void> {
    await this.projector.stop();
    this.rows.close();
  }

  override get status(): Status {
    const { status } = this.projector;
    return status.state === 'preparing' ? { ...status, progress: this.rows.progress } : status;
  }

  override get<Row extends object>(
    projection: Projection<Row>,
    key: string,
  ): Promise<Row | undefined> {
    return this.reading(({ generation }) => {
      const json = generation.read(projection, key);
      return json === undefined ? undefined : (JSON.parse(json) as Row);
    });
  }

  override page<Row extends object, Declared extends Columns<Row>>(
    projection: Projection<Row, Declared>,
    query: Query<Declared>,
  ): Promise<RowPage<Row>> {
    return this.reading(
      ({ generation }) =>
        generation.page(projection as unknown as Projection, query as AnyQuery) as RowPage<Row>,
    );
  }

  override search<Row extends object, Declared extends Columns<Row>>(
    projection: Projection<Row, Declared>,
    search: Search<Declared>,
  ): Promise<FoundPage<Row>> {
    return this.reading(
      ({ generation }) =>
        generation.search(
          projection as unknown as Projection,
          search as AnySearch,
        ) as FoundPage<Row>,
    );
  }

  override suggest<Row extends object>(
    projection: Projection<Row>,
    { index, words, limit }: { index: string; words: string; limit: number },
  ): Promise<readonly string[]> {
    return this.reading(({ generation }) =>
      generation.suggest(projection as unknown as Projection, index, words, limit),
    );
  }

  override async caughtUpTo(
    position: Position,
    { limitMs = caughtUpLimitMs }: { readonly limitMs?: number } = {},
  ): Promise<void> {
    await this.projector.caughtUpTo(position, limitMs);
  }

  override summary(): Promise<Summary> {
    return this.reading(({ file }) => summarize(file, this.projections));
  }

  private reading<T>(read: (served: Served) => T | Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      const served = this.rows.current;
      if (served === undefined) throw new ReadModelNotReady(whyNot(this.status));
      if (this.rows.outdated) this.projector.look();
      resolve(read(served));
    });
  }
}

function whyNot(status: Status): string {
  switch (status.state) {
    case 'preparing':
      return 'the rows are being built; read again when they are';
    case 'failed':
    case 'retrying':
      return `the rows could not be built: ${status.error.message}`;
    default:
      return 'the read model is stopped';
  }
}
