export { Relay } from './relay.js';
export type { Outgoing, RelayOptions, Translate } from './relay.js';
