export { Deadlines, DueDates } from './deadlines.js';
export type { Due } from './deadlines.js';
export { Follower } from './follower.js';
export type { Followed, FollowerOptions, UpTo } from './follower.js';
