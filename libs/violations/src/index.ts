export * from './on-record.js';
export * from './violations.js';
