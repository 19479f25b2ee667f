export { Decisions } from './decisions.js';
export type { Accepted, Outcome, Question } from './decisions.js';
export type { Deed, Loaded } from './stream-state.js';
