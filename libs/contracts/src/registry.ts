import type { DataOf, MessageType } from './message.js';
import * as deploymentsReported from './messages/deployments-reported/index.js';
import * as deploymentsRequested from './messages/deployments-requested/index.js';
import * as environments from './messages/environments/index.js';
import * as gates from './messages/gates/index.js';
import * as knowledge from './messages/knowledge/index.js';
import * as notifications from './messages/notifications/index.js';
import * as questions from './messages/questions/index.js';
import * as releases from './messages/releases/index.js';
import type { Topic } from './topic.js';
import * as topicsByName from './topics/index.js';

const byName = {
  ...gates,
  ...deploymentsRequested,
  ...deploymentsReported,
  ...releases,
  ...environments,
  ...knowledge,
  ...notifications,
  ...questions,
};

type Known = (typeof byName)[keyof typeof byName];

/** Every topic. */
export const topics: readonly Topic[] = Object.values(topicsByName);

/** Every type of message. */
export const messageTypes: readonly MessageType[] = Object.values(byName);

/** What is said in any message: `type` tells which, and `data` is what that type says. */
export type Said = { [Of in Known as Of['type']]: SaidIn<Of> }[Known['type']];

interface SaidIn<Of extends MessageType> {
  readonly type: Of['type'];
  readonly data: DataOf<Of>;
}
