export { copyData } from './copy-data.js';
export { EmbeddedEngines } from './embedded-engines.js';
export type { EmbeddedEnginesOptions } from './embedded-engines.js';
