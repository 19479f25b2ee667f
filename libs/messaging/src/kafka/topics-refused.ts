/** Kafka does not make the topics: the message says which, why, and what to do. */
export class TopicsRefused extends Error {
  override readonly name = 'TopicsRefused';
}

/** What kafkajs says of one topic. Its error for all of them says nothing but that there are some. */
interface Refused {
  readonly topic: string;
  readonly type: string;
  readonly message: string;
}

const alreadyThere = 'TOPIC_ALREADY_EXISTS';

/** Why topics were not made, where this is what the error says. */
export function refusedIn(error: unknown, replication: number): TopicsRefused | undefined {
  if (!(error instanceof Error && error.name === 'KafkaJSAggregateError')) return undefined;
  const { errors } = error as Error & { readonly errors: readonly Refused[] };
  const refused = errors.filter(({ type }) => type !== alreadyThere);
  const kinds = [...new Set(refused.map(({ type }) => type))].map((type) =>
    toldOf(
      refused.filter((one) => one.type === type),
      replication,
    ),
  );
  return new TopicsRefused(`Kafka does not make ${kinds.join('; nor ')}`, { cause: error });
}

function toldOf(refused: readonly Refused[], replication: number): string {
  const [{ topic, type, message }] = refused as [Refused, ...Refused[]];
  const others = refused.length === 1 ? '' : ` and ${refused.length - 1} more`;
  return `topic ${topic}${others}: ${remedyOf(type, replication) ?? `${message} (${type})`}`;
}

function remedyOf(type: string, replication: number): string | undefined {
  switch (type) {
    case 'INVALID_REPLICATION_FACTOR':
      return `there are fewer than ${replication} brokers; start as many, or set KAFKA_REPLICATION to how many there are`;
    case 'TOPIC_AUTHORIZATION_FAILED':
    case 'CLUSTER_AUTHORIZATION_FAILED':
      return 'whoever KAFKA_USERNAME or KAFKA_CERT_FILE names may not make topics; let them, or make the topics for them';
    default:
      return undefined;
  }
}
