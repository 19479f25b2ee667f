export * from './gate-reported.js';
