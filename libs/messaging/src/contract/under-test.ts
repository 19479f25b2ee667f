import type { Messaging } from '../messaging.js';

/** The adapter under test, as the groups of specs see it. */
export interface UnderTest {
  /** It, as it is now. */
  readonly messaging: () => Messaging;
  /** Closes it and opens it again on the same messages. */
  readonly reopened: () => Promise<Messaging>;
}
