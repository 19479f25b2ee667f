import { Is, matching, Maybe, oneOf, PageQuery } from '@roadbook/api';
import { topics } from '@roadbook/contracts';

export class DeadLettersQuery extends PageQuery {
  /** Only those of this topic. */
  @Maybe()
  @Is(oneOf(topics.map(({ name }) => name)))
  topic?: string;

  /** Only those of this consumer, such as `release`. */
  @Maybe()
  @Is(
    matching({ pattern: /^[a-z][a-z0-9.-]*$/, charactersMax: 100, says: 'the name of a consumer' }),
  )
  consumer?: string;
}
