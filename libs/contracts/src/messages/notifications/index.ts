export * from './role-notified.js';
