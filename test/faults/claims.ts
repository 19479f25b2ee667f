import type { StoredEvent } from '@roadbook/event-store';
import { field } from './field.js';

const claimTypes: readonly string[] = ['EnvironmentClaimed', 'RollbackClaimed'];
export const isClaim = ({ type }: StoredEvent): boolean => claimTypes.includes(type);
export const claimOf = (event: StoredEvent): string => field(event, 'claim');

/** The claims on which nothing ever started. */
export function givenBack(stored: readonly StoredEvent[]): Set<string> {
  return new Set(
    stored
      .filter(
        ({ type, data }) =>
          type === 'RollbackClaimReleased' ||
          (type === 'EnvironmentVacated' && data.outcome === 'not-started'),
      )
      .map(claimOf),
  );
}

/** The claims that still stand on a road, as `stream: claim of version`. A release that was rolled back left production. */
export function claimsLeft(stored: readonly StoredEvent[]): string[] {
  const left = new Map<string, StoredEvent>();
  for (const event of stored) {
    const { type, stream, data } = event;
    if (isClaim(event)) left.set(claimOf(event), event);
    else if (type === 'EnvironmentVacated' || type === 'RollbackClaimReleased')
      left.delete(claimOf(event));
    else if (type === 'ReleaseRolledBack')
      for (const [claim, made] of left)
        if (made.stream === stream && made.data.version === data.version && isInProduction(made))
          left.delete(claim);
  }
  return [...left].map(([claim, made]) => `${made.stream}: ${claim} of ${field(made, 'version')}`);
}

const isInProduction = ({ type, data }: StoredEvent): boolean =>
  type === 'RollbackClaimed' || data.environment === 'production';
