import { UnknownMark } from '../../errors.js';
import type { MessagePage } from '../../messaging.js';
import type { ProvisionedTopic } from '../../topic.js';
import type { Names } from '../names.js';
import { deliveredOf } from '../records.js';
import type { Seal } from '../seal.js';
import { isPlace, markOfEnds, readMark } from './marks.js';
import type { Ends, Place } from './marks.js';
import { merged } from './merging.js';
import type { Span } from './merging.js';
import type { Partitions } from './partitions.js';

/** Reads topics page by page. */
export class Reader {
  constructor(
    private readonly partitions: Partitions,
    private readonly names: Names,
    private readonly seal: Seal,
  ) {}

  /** @throws UnknownMark, MessagingUnavailable */
  async page(
    topic: ProvisionedTopic,
    after: string | undefined,
    limit: number,
  ): Promise<MessagePage> {
    const [oldest, ends] = await Promise.all([
      this.offsets(topic, 'oldest'),
      this.offsets(topic, 'end'),
    ]);
    const { from: wanted, behind } = await this.beginning(topic, after, { oldest, ends });
    // What was deleted meanwhile can't be read any more.
    const from = wanted.map((offset, partition) => larger(offset, oldest[partition] ?? 0n));
    const page = await this.read(topic, { from, ends, ...(behind && { behind }) }, limit);
    return page ?? { messages: [], ...(after !== undefined && { mark: after }), atEnd: true };
  }

  /** The mark of the end; `undefined` while nothing was ever published. */
  async end(topic: ProvisionedTopic): Promise<string | undefined> {
    const ends = await this.offsets(topic, 'end');
    return ends.every((end) => end === 0n) ? undefined : markOfEnds(ends);
  }

  /** `undefined` when nothing lies in the span. */
  private async read(
    topic: ProvisionedTopic,
    span: Span,
    limit: number,
  ): Promise<MessagePage | undefined> {
    const { from, ends } = span;
    const open = new Map(
      [...from.entries()].filter(([partition, offset]) => offset < (ends[partition] ?? 0n)),
    );
    if (open.size === 0) return undefined;
    const fetched = await this.partitions.fetch(this.names.inCluster(topic.name), open, 0);
    const { taken, next } = merged(fetched, span, limit);
    const messages = taken.map(({ partition, record }) =>
      deliveredOf(record, { topic: topic.name, partition }, this.seal),
    );
    const atEnd = next.every((offset, partition) => offset >= (ends[partition] ?? 0n));
    return { messages, mark: markOfEnds(next), atEnd };
  }

  /** From where it goes on behind a mark, by default the oldest message. */
  private async beginning(
    topic: ProvisionedTopic,
    mark: string | undefined,
    { oldest, ends }: { readonly oldest: Ends; readonly ends: Ends },
  ): Promise<{ readonly from: Ends; readonly behind?: Place }> {
    if (mark === undefined) return { from: oldest };
    const position = readMark(mark);
    if (position && !isPlace(position)) {
      const fits = position.length === ends.length;
      if (fits && position.every((offset, at) => offset <= (ends[at] ?? 0n)))
        return { from: position };
    } else if (position && position.offset < (ends[position.partition] ?? 0n))
      return { from: await this.since(topic, position, ends), behind: position };
    throw new UnknownMark(topic.name);
  }

  /** Behind a message lies in other partitions only what was taken at its time or later. */
  private async since(
    topic: ProvisionedTopic,
    { partition, offset, timeMs }: Place,
    ends: Ends,
  ): Promise<Ends> {
    const sinceThen = await this.offsets(topic, { atMs: timeMs });
    return ends.map((end, other) => {
      if (other === partition) return offset + 1n;
      const first = sinceThen[other] ?? -1n;
      return first < 0n ? end : first;
    });
  }

  private offsets(
    { name, partitions }: ProvisionedTopic,
    bound: Parameters<Partitions['offsets']>[2],
  ): Promise<bigint[]> {
    return this.partitions.offsets(this.names.inCluster(name), partitions, bound);
  }
}

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
