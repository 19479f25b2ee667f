export * from './entry-recorded.js';
