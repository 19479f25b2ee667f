export type { Addressed, Envelope } from './envelope.js';
export { envelopeIn, messageOf } from './in-message.js';
export { envelopesIn } from './in-request.js';
export type { RequestOfEvents } from './in-request.js';
export { mediaType } from './media-type.js';
export { structured } from './structured.js';
