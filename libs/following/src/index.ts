export { byStream } from './by-stream.js';
export { Deadlines, DueDates } from './deadlines.js';
export type { Due } from './deadlines.js';
export { Folds } from './folds.js';
export type { Fold } from './folds.js';
export { Follower } from './follower.js';
export type { Followed, FollowerOptions, UpTo } from './follower.js';
export { ProjectedDueDates } from './projected-due-dates.js';
