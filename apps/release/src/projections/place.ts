import { releaseStreams, streamOf } from '../domain/streams.js';

interface Place {
  /** `undefined` for a stream that is none of ours. */
  readonly about: ReturnType<typeof streamOf>;
  /** The key of the release; absent for a stream of something else. */
  readonly release?: string;
}

/** Streams that are remembered at once; what is under way at a time are far fewer. */
const placesMax = 10_000;

/**
 * Many events of a stream go through many projections. Its name is taken apart once for all of them, and they all get the very
 * same key, by which rows are found faster than by one that merely reads the same.
 */
const places = new Map<string, Place>();

/** What a stream is about. */
export function placeOf(stream: string): Place {
  const known = places.get(stream);
  if (known) return known;
  if (places.size === placesMax) places.clear();
  const place = takenApart(stream);
  places.set(stream, place);
  return place;
}

function takenApart(stream: string): Place {
  const about = streamOf(stream);
  return stream.startsWith(releaseStreams)
    ? { about, release: stream.slice(releaseStreams.length) }
    : { about };
}
