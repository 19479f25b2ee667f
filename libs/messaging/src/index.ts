export * from './errors.js';
export { messageBytesMax, pageMessagesMax } from './limits.js';
export * from './messaging.js';
export * from './poison.js';
export * from './taking.js';
export {
  deadLettersOf,
  deadLetterRetentionDays,
  holdsDeadLetters,
  partitionsUnlessGiven,
  retentionDaysUnlessGiven,
} from './topic.js';
export type { ProvisionedTopic, Topic } from './topic.js';
