export { Lease } from './lease/lease.js';
export { LeasedCheckpoints } from './lease/leased-checkpoints.js';
export { SoleReplica } from './lease/sole-replica.js';
export { StoredLease } from './lease/stored-lease.js';
export type { StoredLeaseOptions } from './lease/stored-lease.js';
export { StoredAnswers } from './answers/stored-answers.js';
export type { StoredAnswersOptions } from './answers/stored-answers.js';
