import type { Recorded } from '@roadbook/decider';
import type { Told } from '@roadbook/telling';
import type { ReleaseEvent } from '../domain/release/events.js';
import { artifacts } from './artifacts.js';
import { authorization } from './authorization.js';
import { candidate } from './candidate.js';
import { planning } from './planning.js';
import { promotion } from './promotion.js';
import { rollback } from './rollback.js';
import type { AtEvent, Tellings } from './telling.js';

const tellings: Tellings<ReleaseEvent> = {
  ...planning,
  ...candidate,
  ...artifacts,
  ...authorization,
  ...promotion,
  ...rollback,
};

/** What is told of an event of a release; nothing of one that only a newer version knows. */
export function toldOfRelease(event: Recorded<ReleaseEvent>, at: AtEvent): readonly Told[] {
  if (!Object.hasOwn(tellings, event.type)) return [];
  const tell = tellings[event.type] as (event: Recorded<ReleaseEvent>, at: AtEvent) => Told[];
  return tell(event, at);
}
