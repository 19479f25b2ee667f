export { CannotOpenFile } from '@roadbook/sqlite';
export { SqliteMessaging } from './sqlite-messaging.js';
export type { SqliteMessagingOptions } from './sqlite-messaging.js';
