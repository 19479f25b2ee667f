import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Node } from '../node.js';
import { indexBehind, isInvalid } from '../rules/reading.js';
import type { Written } from '../rules/record.js';
import { nameOf } from '../wire/events.js';
import { failures } from '../wire/failures.js';
import { allFrom } from './read.js';

/** What a subscription follows: a list that grows. */
export interface Source {
  /** Index of the first event that is looked at. */
  readonly first: number;
  readonly length: number;
  at(index: number): Written | undefined;
  passes(event: Written): boolean;
  /** How many events one page of the past looks at; absent without a filter. */
  readonly window?: number;
  /** A checkpoint follows so many events that were looked at; absent without a filter. */
  readonly checkpointEvery?: number;
  /** Why it ended, if it did. */
  ended(): Error | undefined;
}

const windowByDefault = 32;

/** @throws Failure where the position is none */
export function allSource({ log, options: { version } }: Node, options: ReadReq.Options): Source {
  const from = allFrom(options);
  const old = version === '22.10' || version === '23.10';
  if (isInvalid(log, from)) {
    throw old ? failures.readFailed('ReadAllResult: Error') : failures.invalidPosition();
  }
  const filter = options.getFilter();
  const window = filter?.hasMax() ? filter.getMax() : windowByDefault;
  return {
    first: indexBehind(log, from, old),
    get length() {
      return log.all.length;
    },
    at: (index) => log.all[index],
    passes: filter ? filterOf(filter) : () => true,
    ...(filter && {
      window,
      checkpointEvery: window * filter.getCheckpointintervalmultiplier(),
    }),
    ended: () => undefined,
  };
}

function filterOf(filter: ReadReq.Options.FilterOptions): (event: Written) => boolean {
  const byStream = filter.hasStreamIdentifier();
  const expression = byStream ? filter.getStreamIdentifier() : filter.getEventType();
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const prefixes = expression?.getPrefixList() ?? [];
  return ({ stream, type }) => {
    const name = byStream ? stream : type;
    return regex ? regex.test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
}

/** @throws Failure where the stream was tombstoned */
export function streamSource({ log }: Node, options: ReadReq.Options): Source {
  const asked = options.getStream();
  const name = nameOf(asked?.getStreamIdentifier());
  if (log.stream(name)?.tombstoned) throw failures.streamDeleted(name);
  const stream = log.stream(name);
  const from = asked?.hasStart() ? 0 : Number(asked?.getRevision() ?? 0) + 1;
  const shown = stream && !stream.softDeleted ? log.firstShown(stream) : (stream?.last ?? -1) + 1;
  return {
    first: asked?.hasEnd() ? (stream?.last ?? -1) + 1 : Math.max(from, shown),
    get length() {
      return (log.stream(name)?.last ?? -1) + 1;
    },
    at: (index) => log.stream(name)?.events[index],
    passes: () => true,
    ended: () => (log.stream(name)?.tombstoned ? failures.streamDeleted(name) : undefined),
  };
}
