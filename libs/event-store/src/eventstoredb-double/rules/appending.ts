import type { KnownIds } from './known-ids.js';
import { undelete } from './log.js';
import type { Log } from './log.js';
import { metastreamOf } from './record.js';
import type { Proposed } from './record.js';
import type { StreamLog } from './stream-log.js';

/** The revision that an append names. */
export type Expected = bigint | 'no_stream' | 'any' | 'stream_exists';

export type Outcome =
  | { readonly is: 'success'; readonly revision?: bigint; readonly position?: number }
  /** Without `current` the stream does not exist. */
  | { readonly is: 'wrong-version'; readonly current?: bigint }
  | { readonly is: 'deleted' };

type Verdict = Outcome | 'write';

/** What the server does with an append: the rules of its `CheckCommit`. */
export class Appending {
  constructor(
    private readonly log: Log,
    private readonly ids: KnownIds,
  ) {}

  append(name: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const stream = this.log.stream(name);
    const verdict = this.judge(name, stream, expected, events);
    if (verdict !== 'write') return verdict;
    return this.write(name, stream, events);
  }

  private write(name: string, stream: StreamLog | undefined, events: readonly Proposed[]): Outcome {
    const hidden = stream?.softDeleted ? stream.events.length : undefined;
    const written = this.log.write(name, events);
    this.ids.add(written);
    const last = written.at(-1);
    if (hidden !== undefined) undelete(this.log, name, hidden);
    const head = this.log.stream(name)?.last ?? -1;
    const revision = last?.revision ?? (head < 0 ? undefined : BigInt(head));
    return { is: 'success', revision, position: last?.position ?? this.log.end };
  }

  private judge(
    name: string,
    stream: StreamLog | undefined,
    expected: Expected,
    events: readonly Proposed[],
  ): Verdict {
    if (stream?.tombstoned || this.metastreamOfTombstoned(name)) return { is: 'deleted' };
    const exists = stream !== undefined && stream.events.length > 0;
    if (!exists) return this.judgeMissing(name, expected);
    if (stream.softDeleted && expected === 'stream_exists') return { is: 'deleted' };
    if (expected === 'any' || expected === 'stream_exists')
      return this.repeatedAnywhere(name, stream, events) ?? 'write';
    const at = expected === 'no_stream' ? -1n : expected;
    if (at === BigInt(stream.last)) return 'write';
    const repeated = at < stream.last ? this.repeatedBehind(stream, at, events) : undefined;
    if (repeated) return repeated;
    return stream.softDeleted && expected === 'no_stream' ? 'write' : wrongVersion(stream);
  }

  private judgeMissing(name: string, expected: Expected): Verdict {
    if (expected === 'no_stream' || expected === 'any') return 'write';
    const named = expected === 'stream_exists' && this.log.stream(metastreamOf(name));
    return named ? 'write' : { is: 'wrong-version' };
  }

  private metastreamOfTombstoned(name: string): boolean {
    return name.startsWith('$$') && this.log.stream(name.slice('$$'.length))?.tombstoned === true;
  }

  /** With an exact revision every id is compared with what stands there, at any age. */
  private repeatedBehind(
    stream: StreamLog,
    at: bigint,
    events: readonly Proposed[],
  ): Outcome | undefined {
    if (events.length === 0) return undefined;
    const first = Number(at) + 1;
    const same = events.every(({ id }, index) => stream.events[first + index]?.id === id);
    if (!same) return undefined;
    const revision = first + events.length - 1;
    return { is: 'success', revision: BigInt(revision), position: this.shown(stream, revision) };
  }

  /** Without one, ids are only looked up among those that are remembered. */
  private repeatedAnywhere(
    name: string,
    stream: StreamLog,
    events: readonly Proposed[],
  ): Outcome | undefined {
    const revisions = events.map(({ id }) => this.ids.in(name, id));
    if (revisions[0] === undefined) return undefined;
    const revision = revisions.at(-1);
    if (revision === undefined || revisions.includes(undefined)) return wrongVersion(stream);
    return { is: 'success', revision, position: this.shown(stream, Number(revision)) };
  }

  private shown(stream: StreamLog, revision: number): number | undefined {
    if (revision < this.log.firstShown(stream)) return undefined;
    return stream.events[revision]?.position;
  }
}

const wrongVersion = (stream: StreamLog): Outcome => ({
  is: 'wrong-version',
  current: BigInt(stream.last),
});
