export * from './environment-answered.js';
export * from './environment-asked.js';
export * from './known-issues-answered.js';
export * from './known-issues-asked.js';
