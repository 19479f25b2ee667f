import { Bell } from '@roadbook/process';
import { json, metastreamOf, tombstoneRevision } from './record.js';
import type { Proposed, Written } from './record.js';
import { StreamLog } from './stream-log.js';
import type { Retention } from './stream-log.js';

/** Bytes that a record takes beside its own. */
const recordBytes = 137;
const ticksPerMs = 10_000n;

/** Everything that was written, in one order; positions are offsets, growing and never dense. */
export class Log {
  readonly all: Written[] = [];
  /** Rings whenever something was written. */
  readonly written = new Bell();
  private readonly streams = new Map<string, StreamLog>();
  private ticks = 0n;
  private endOffset = 0;

  constructor(private readonly now: () => number = Date.now) {
    this.skip(1_024);
    this.write('$users', [system('$user-created', { loginName: 'admin' })]);
  }

  stream(name: string): StreamLog | undefined {
    return this.streams.get(name);
  }

  /** Where the next record begins. */
  get end(): number {
    return this.endOffset;
  }

  firstShown(stream: StreamLog): number {
    return stream.firstShown(this.now());
  }

  /** Writes them one behind the other, behind everything else. */
  write(name: string, proposed: readonly Proposed[]): Written[] {
    const stream = this.streams.get(name) ?? new StreamLog();
    this.streams.set(name, stream);
    const written = proposed.map((event) =>
      this.add(stream, event, name, BigInt(stream.events.length)),
    );
    if (name.startsWith('$$')) this.retain(name.slice('$$'.length), written.at(-1));
    if (written.length > 0) this.written.ring();
    return written;
  }

  /** Ends the stream for good. */
  tombstone(name: string): Written {
    const stream = this.streams.get(name) ?? new StreamLog();
    this.streams.set(name, stream);
    const event = this.add(stream, system('$streamDeleted', {}), name, tombstoneRevision);
    this.written.ring();
    return event;
  }

  /** Index in `all` of the first record at this offset or behind it. */
  indexAt(offset: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private add(stream: StreamLog, event: Proposed, name: string, revision: bigint): Written {
    const written = {
      ...event,
      stream: name,
      revision,
      position: this.endOffset,
      createdTicks: this.nextTicks(),
    };
    this.skip(recordBytes + event.data.length + event.metadata.length);
    stream.add(written);
    this.all.push(written);
    return written;
  }

  /** No two events are created at the same moment. */
  private nextTicks(): bigint {
    const now = BigInt(this.now()) * ticksPerMs;
    return (this.ticks = now > this.ticks ? now : this.ticks + 1n);
  }

  private skip(bytes: number): void {
    this.endOffset += bytes;
  }

  private retain(name: string, metadata: Written | undefined): void {
    if (!metadata) return;
    const stream = this.streams.get(name) ?? new StreamLog();
    this.streams.set(name, stream);
    stream.retention = JSON.parse(Buffer.from(metadata.data).toString()) as Retention;
  }
}

/** An event that the server writes by itself. */
export const system = (type: string, data: object): Proposed => ({
  id: crypto.randomUUID(),
  type,
  isJson: true,
  data: json(data),
  metadata: new Uint8Array(),
});

/** Lets the stream go on behind what was hidden when it was deleted. */
export const undelete = (log: Log, name: string, firstShown: number): void => {
  log.write(metastreamOf(name), [system('$metadata', { $tb: firstShown })]);
};
