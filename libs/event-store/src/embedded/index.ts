export { CannotOpenFile } from '@roadbook/sqlite';
export type { Failpoint } from '@roadbook/sqlite';
export { ReadAheadEventStore } from './read-ahead-event-store.js';
export { SqliteEventStore } from './sqlite-event-store.js';
export type { SqliteOptions } from './sqlite-event-store.js';
