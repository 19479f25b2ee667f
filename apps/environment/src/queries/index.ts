import type { Provider } from '@nestjs/common';
import { EnvironmentRows } from './environment-rows.js';
import { FindEventsHandler } from './recorded/find-events.js';
import { ListViolationsHandler } from './violations/list-violations.js';

/** Everything that answers questions. It needs EventStore, ReadModel and Clock. */
export const queryHandlers: Provider[] = [
  EnvironmentRows,
  FindEventsHandler,
  ListViolationsHandler,
];
