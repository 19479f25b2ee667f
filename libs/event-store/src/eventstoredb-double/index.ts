export { EventStoreDbDouble } from './event-store-db-double.js';
export type { Call, Fault } from './faults.js';
export type { DoubleOptions, Version } from './node.js';
