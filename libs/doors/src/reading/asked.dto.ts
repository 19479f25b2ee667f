import { Is, matching, Maybe, oneOf } from '@roadbook/api';

const beginnings = ['oldest', 'now'] as const;

export class TopicPath {
  /**
   * The topic, by its name.
   * @example 'roadbook.releases'
   */
  @Is(matching({ pattern: /^[a-z][a-z.-]*$/, charactersMax: 100, says: 'the name of a topic' }))
  topic: string;
}

export class ReadingQuery {
  /** Where to begin without a `Last-Event-ID`: at the oldest event that is kept, or with what comes from now on. */
  @Maybe()
  @Is(oneOf(beginnings))
  from: (typeof beginnings)[number] = 'oldest';
}
