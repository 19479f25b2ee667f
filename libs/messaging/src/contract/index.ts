import type { Messaging } from '../messaging.js';
import { acknowledging } from './acknowledging.js';
import { dying } from './dying.js';
import { failing } from './failing.js';
import { listening } from './listening.js';
import { ordering } from './ordering.js';
import { publishing } from './publishing.js';
import { reading } from './reading.js';

export { delays, topics } from './fixtures.js';

/** An adapter without messages, opened with the `topics` and `delays` of this suite. */
export interface MessagingUnderTest {
  readonly messaging: Messaging;
  /** Closes it and opens it again on the same messages. */
  reopen(): Promise<Messaging>;
  dispose(): Promise<void>;
}

/** What every adapter promises, as tests. Call it once in the adapter's spec file. */
export function messagingContract(
  name: string,
  makeMessaging: () => Promise<MessagingUnderTest>,
): void {
  describe(`${name}, as messaging`, () => {
    let made: MessagingUnderTest;
    let messaging: Messaging;
    beforeEach(async () => {
      made = await makeMessaging();
      ({ messaging } = made);
    });
    afterEach(() => made.dispose());

    const underTest = {
      messaging: () => messaging,
      reopened: async () => (messaging = await made.reopen()),
    };
    publishing(underTest);
    ordering(underTest);
    acknowledging(underTest);
    failing(underTest);
    dying(underTest);
    listening(underTest);
    reading(underTest);
  });
}
