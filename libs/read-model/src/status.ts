import type { Position } from '@roadbook/event-store';
import type { ProjectionFailed } from './errors.js';

/** How far a build has come. */
export interface Progress {
  /** Events read so far. */
  readonly events: number;
  readonly eventsPerSecond: number;
  readonly position: Position;
  /** Position of the last event to be read, as it was when the build began. */
  readonly head: Position;
}

/** What the read model is doing. It is ready when, and only when, it is `live`. */
export type Status =
  | { readonly state: 'stopped' }
  /** Rows are opened, or built where there are none that fit the projections: nothing can be read yet. */
  | { readonly state: 'preparing'; readonly progress?: Progress }
  /** Can be read, and takes in what happened while it was stopped. */
  | { readonly state: 'catching-up'; readonly position: Position }
  | { readonly state: 'live'; readonly position: Position }
  /** Stands still: the events or the rows' file could not be reached. Is tried again by itself. */
  | { readonly state: 'retrying'; readonly position: Position; readonly error: Error }
  /** Stands still for good: a projection has to be mended. */
  | { readonly state: 'failed'; readonly position: Position; readonly error: ProjectionFailed };
