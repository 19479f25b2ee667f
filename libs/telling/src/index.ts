export { happeningOf } from './happening.js';
export type { Happening } from './happening.js';
export { outgoing } from './outgoing.js';
export { nothing, tell } from './told.js';
export type { Told } from './told.js';
