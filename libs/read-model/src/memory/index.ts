export { InMemoryCheckpoints } from './in-memory-checkpoints.js';
export { rowsOf } from './rows-of.js';
