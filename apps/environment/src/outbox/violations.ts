import { violationRecorded } from '@roadbook/contracts';
import type { Recorded } from '@roadbook/decider';
import { tell } from '@roadbook/telling';
import type { Happening, Told } from '@roadbook/telling';
import type { ViolationRecorded } from '../domain/violations/events.js';
import { sentence } from './parts.js';

/** What was tried, by whom, and everything that was missing. */
export function toldOfViolation(
  { data }: Recorded<ViolationRecorded>,
  happening: Happening,
): readonly Told[] {
  const { change, environment, command, rule, missing } = data;
  return [
    tell(violationRecorded, {
      ...happening,
      ...{ candidate: null, change, command, rule },
      ...(environment !== null && { environment }),
      missing: missing.map((one) => ({ ...one, missing: sentence(one.missing) })),
    }),
  ];
}
