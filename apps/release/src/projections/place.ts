import { releaseStreams, streamOf } from '../domain/streams.js';

interface Place {
  readonly stream: string;
  /** `undefined` for a stream that is none of ours. */
  readonly about: ReturnType<typeof streamOf>;
  /** The key of the release; absent for a stream of something else. */
  readonly release?: string;
}

/** An event goes through all projections before the next one: its stream is taken apart once, and they all share the same key. */
let last: Place = { stream: '', about: undefined };

/** What a stream is about. */
export function placeOf(stream: string): Place {
  if (stream !== last.stream) last = takenApart(stream);
  return last;
}

function takenApart(stream: string): Place {
  const about = streamOf(stream);
  return stream.startsWith(releaseStreams)
    ? { stream, about, release: stream.slice(releaseStreams.length) }
    : { stream, about };
}
