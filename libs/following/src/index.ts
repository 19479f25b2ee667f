export { Follower } from './follower.js';
export type { Followed, FollowerOptions, UpTo } from './follower.js';
