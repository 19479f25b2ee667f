import { Bell } from '@roadbook/process';
import type { TopicInFile, Topics } from './topics.js';

/** One for each topic: whoever follows one is not woken by the others. */
export class Bells {
  private readonly byTopic: ReadonlyMap<number, Bell>;

  constructor(topics: Topics) {
    this.byTopic = new Map(topics.all().map(({ id }) => [id, new Bell()]));
  }

  of({ id }: TopicInFile): Bell {
    const bell = this.byTopic.get(id);
    if (!bell) throw new TypeError(`there is no topic with the id ${id}`);
    return bell;
  }

  ringAll(): void {
    for (const bell of this.byTopic.values()) bell.ring();
  }
}
