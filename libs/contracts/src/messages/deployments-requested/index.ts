export * from './deployment-requested.js';
export * from './deployment-withdrawn.js';
export * from './rollback-requested.js';
