export * from './checks-reported.js';
export * from './deployment-claimed.js';
export * from './deployment-reported.js';
