export type { Building } from './build.js';
export { check } from './check.js';
export { checkpointFileIn, EmbeddedCheckpoints } from './embedded-checkpoints.js';
export { EmbeddedReadModel } from './embedded-read-model.js';
export type { EmbeddedReadModelOptions } from './embedded-read-model.js';
export { holdRows } from './hold-rows.js';
export { rebuild } from './rebuild.js';
export type { Rebuilt } from './rebuild.js';
export { servedPosition } from './served-position.js';
