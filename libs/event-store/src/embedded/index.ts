export { CannotOpenStore } from './cannot-open-store.js';
export { ReadAheadEventStore } from './read-ahead-event-store.js';
export { SqliteEventStore } from './sqlite-event-store.js';
export type { SqliteOptions } from './sqlite-event-store.js';
export type { Failpoint } from './group-commit.js';
