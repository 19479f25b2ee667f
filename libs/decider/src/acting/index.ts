export * from './acts.js';
export * from './specification.js';
