export * from './current-rows.js';
export * from './errors.js';
export * from './page.js';
export * from './point.js';
export * from './recorded/event-search.js';
export * from './recorded/position-before.js';
export * from './recorded/recorded-event.js';
export * from './recorded/stream-names.js';
