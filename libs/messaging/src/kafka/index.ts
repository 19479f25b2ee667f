export { KafkaMessaging } from './kafka-messaging.js';
export type { KafkaMessagingOptions, SaslCredentials, Vouching } from './options.js';
export { TopicMisfit } from './provisioning.js';
