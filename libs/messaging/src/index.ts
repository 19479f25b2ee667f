export * from './messaging.js';
export * from './poison.js';
