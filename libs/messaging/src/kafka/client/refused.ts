/** What Kafka answers to those who may not do what they want. */
const refusals: ReadonlySet<unknown> = new Set([
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'SASL_AUTHENTICATION_FAILED',
  'UNSUPPORTED_SASL_MECHANISM',
  'INCONSISTENT_GROUP_PROTOCOL',
  'INVALID_GROUP_ID',
]);

/** Whether Kafka refuses this process, so that trying again changes nothing. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, cause } = error;
  const { type } = error as { type?: unknown };
  return name === 'KafkaJSSASLAuthenticationError' || refusals.has(type) || isRefused(cause);
}
