import { refusedIn } from './topics-refused.js';

/** As kafkajs says it. */
const refusals = (...errors: [topic: string, type: string, message: string][]) =>
  Object.assign(new Error('Topic creation errors'), {
    name: 'KafkaJSAggregateError',
    errors: errors.map(([topic, type, message]) => ({ topic, type, message })),
  });

describe('topics that Kafka does not make', () => {
  it('are said with the reasons that it has, and with what can be done', () => {
    const refused = refusedIn(
      refusals(
        ['a', 'TOPIC_AUTHORIZATION_FAILED', 'Not authorized to access topics'],
        ['b', 'TOPIC_ALREADY_EXISTS', 'Topic with this name already exists'],
        ['c', 'POLICY_VIOLATION', 'Request parameters do not satisfy the configured policy'],
        ['d', 'TOPIC_AUTHORIZATION_FAILED', 'Not authorized to access topics'],
      ),
      3,
    );
    expect(refused?.message).toBe(
      'Kafka does not make topic a and 1 more: whoever KAFKA_USERNAME or KAFKA_CERT_FILE names may not make topics; let them, or make the topics for them; ' +
        'nor topic c: Request parameters do not satisfy the configured policy (POLICY_VIOLATION)',
    );
  });

  it('are not in errors of another kind', () => {
    expect(refusedIn(new Error('Topic creation errors'), 3)).toBeUndefined();
  });
});
