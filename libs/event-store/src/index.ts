export * from './errors.js';
export * from './event-store.js';
export * from './events.js';
export { appendBytesMax, appendEventsMax, eventBytesMax, pageEventsMax } from './limits.js';
export { canonicalJson } from './canonical-json.js';
export { verify } from './verify.js';
export type { ChecksFile, Misfit, SealsOrder, Verified } from './verify.js';
