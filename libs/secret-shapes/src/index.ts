export { findSecret } from './find-secret.js';
export type { FoundSecret } from './find-secret.js';
export { secretByName } from './secret-by-name.js';
export type { NamedValue } from './secret-by-name.js';
export { secretShapes } from './secret-shapes.js';
export type { SecretShape } from './secret-shape.js';
