import type { StoredEvent } from '@roadbook/event-store';
import { releaseStreams } from '../domain/streams.js';

/** The key of a release in every projection that has a row for each. */
export const releaseKey = (project: string, version: string): string => `${project}@${version}`;

/** An event goes through all projections before the next one: they all get the same key, taken from its stream once. */
let last: { readonly stream: string; readonly key: string | undefined } = {
  stream: '',
  key: undefined,
};

/** The release in whose stream the event stands; `undefined` for an event of another stream. */
export function releaseKeyOf({ stream }: StoredEvent): string | undefined {
  if (stream !== last.stream) {
    const isRelease = stream.startsWith(releaseStreams);
    last = { stream, key: isRelease ? stream.slice(releaseStreams.length) : undefined };
  }
  return last.key;
}
