import type { Notification } from './notification.js';

/** Roles were told of an event. Everything that is told of it stands in one append. */
export interface RolesNotified {
  readonly type: 'RolesNotified';
  readonly data: Notification & {
    /** The event that they were told of, and when that was recorded. */
    readonly tellsOf: string;
    readonly happenedAt: string;
  };
}
