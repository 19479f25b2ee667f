export { EventStoreDbStore } from './event-store-db-store.js';
export type { EventStoreDbOptions } from './event-store-db-store.js';
export { MissingEvent } from './missing-event.js';
export { UnsafeStore } from './unsafe-store.js';
