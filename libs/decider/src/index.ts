export * from './condition.js';
export * from './decider.js';
export * from './decision.js';
export * from './event.js';
export * from './origin.js';
export * from './specification.js';
