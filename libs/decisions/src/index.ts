export { Decisions } from './decisions.js';
export type { Accepted, Outcome, Question } from './decisions.js';
export { isNotAsExpected, refuseUnexpected } from './expected-revision.js';
export type { ExpectedRevision, NotAsExpected } from './expected-revision.js';
export { orFail } from './or-fail.js';
export type { Deed, Loaded } from './stream-state.js';
export { systemOrigin, unaskedOrigin } from './system-origin.js';
