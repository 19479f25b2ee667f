export * from './markdown.js';
export * from './times.js';
