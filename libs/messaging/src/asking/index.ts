export { answering } from './answering.js';
export type { Answer, AnsweringOptions } from './answering.js';
export { Asking } from './asking.js';
export type { Exchange, Question } from './asking.js';
