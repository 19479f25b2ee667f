/** What topics and groups are called in the cluster. */
export class Names {
  constructor(private readonly prefix = '') {}

  inCluster(topic: string): string {
    return this.prefix + topic;
  }

  /** The name that a topic of the cluster has here. */
  here(topic: string): string {
    return topic.slice(this.prefix.length);
  }

  group(consumer: string): string {
    return this.prefix + consumer;
  }
}
