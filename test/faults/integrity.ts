import type { StoredEvent } from '@roadbook/event-store';
import { isClaim } from './claims.js';
import { field } from './field.js';
import { grouped } from './grouped.js';

/** What happens once in the life of a claim, a deployment or a rollback. */
const onceOnly: Readonly<Record<string, 'claim' | 'deployment' | 'rollback'>> = {
  EnvironmentClaimed: 'claim',
  EnvironmentVacated: 'claim',
  ClaimAbandoned: 'claim',
  DeploymentRequested: 'deployment',
  DeploymentLogEntryOpened: 'deployment',
  DeploymentClaimed: 'deployment',
  DeploymentReported: 'deployment',
  PromotionEnded: 'deployment',
  RollbackClaimed: 'claim',
  RollbackClaimReleased: 'claim',
  ReleaseRolledBack: 'claim',
  RollbackStarted: 'rollback',
  RollbackCompleted: 'rollback',
};

type Stored = readonly StoredEvent[];

/** What happened a second time, whoever asked for it: the system repeats its reactions after a crash. */
export function happenedTwice(stored: Stored): string[] {
  const happenings = stored.flatMap((event) => {
    const { type, stream } = event;
    const of = onceOnly[type];
    const attempt = `${stream}: attempt ${field(event, 'attempt')} at ${field(event, 'environment')}`;
    return [
      ...(of === undefined ? [] : [`${stream}: ${type} ${field(event, of)}`]),
      ...(type === 'DeploymentRequested' ? [attempt] : []),
    ];
  });
  return [...grouped(happenings, String)]
    .filter(([, times]) => times.length > 1)
    .map(([happening]) => happening);
}

/** Commands whose events do not stand one behind the other, as one append leaves them. A claim may be made anew. */
export function scattered(stored: Stored): string[] {
  const facts = stored.filter((event) => !isClaim(event));
  return [...grouped(facts, ({ stream, commandId }) => `${stream}: ${commandId}`)]
    .filter(([, events]) => events.some((event, index) => !follows(event, events[index - 1])))
    .map(([command]) => command);
}

const follows = (event: StoredEvent, before: StoredEvent | undefined): boolean =>
  before === undefined ||
  (event.revision === before.revision + 1 && event.recordedAt === before.recordedAt);

/** Streams whose events, in the order of everything, do not count from 0 without a gap. */
export function gaps(stored: Stored): string[] {
  return [...grouped(stored, ({ stream }) => stream)]
    .filter(([, events]) => events.some(({ revision }, index) => revision !== index))
    .map(([stream]) => stream);
}
