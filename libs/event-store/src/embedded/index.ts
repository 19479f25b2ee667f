export { CannotOpenFile } from '@roadbook/sqlite';
export type { Failpoint } from '@roadbook/sqlite';
export { SqliteEventStore } from './sqlite-event-store.js';
export type { SqliteOptions } from './sqlite-event-store.js';
