import type { StoredEvent } from '@roadbook/event-store';
import { placeOf } from './place.js';

/** The key of a release in every projection that has a row for each. */
export const releaseKey = (project: string, version: string): string => `${project}@${version}`;

/** The release in whose stream the event stands; `undefined` for an event of another stream. */
export const releaseKeyOf = ({ stream }: StoredEvent): string | undefined =>
  placeOf(stream).release;
