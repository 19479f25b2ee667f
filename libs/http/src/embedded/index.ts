export { EmbeddedIdempotencyStore } from './embedded-idempotency-store.js';
