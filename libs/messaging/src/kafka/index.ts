export { KafkaMessaging } from './kafka-messaging.js';
export type { KafkaMessagingOptions, SaslCredentials, Vouching } from './options.js';
export { TopicMisfit } from './topic-misfit.js';
export { TopicsRefused } from './topics-refused.js';
