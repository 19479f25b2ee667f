export { InMemoryCheckpoints } from './in-memory-checkpoints.js';
