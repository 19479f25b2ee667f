import type { ActorId, EntryType, Decay } from '@roadbook/decider';
import type { Period } from '@roadbook/questions';
import type { Columns, Where } from '@roadbook/read-model';
import type { Audience } from '../../domain/entry/visibility.js';
import { entries } from '../../projections/entries/entries.js';

type EntryColumns = typeof entries extends { columns: infer Declared extends Columns<never> }
  ? Declared
  : never;

/** All that are given must hold. */
export interface EntryFilter {
  readonly type?: EntryType;
  readonly version?: string;
  readonly decay?: Decay;
  readonly author?: ActorId;
  /** By the time at which it happened, or was recorded where nobody said. */
  readonly period?: Period;
  /** Whether another entry stands in its place, as far as the reader may see. */
  readonly superseded?: boolean;
}

/** The column that says whether an entry is superseded, as far as the reader may see. */
export const supersededColumn = (audience: Audience) =>
  audience === 'clients' ? 'supersededForClients' : 'superseded';

/** The entries of a project that the reader may see and wants. */
export function whereOf(
  project: string,
  { type, version, decay, author, period, superseded }: EntryFilter,
  audience: Audience,
): Where<EntryColumns> {
  return {
    project,
    ...(audience === 'clients' ? { published: 1 } : { present: 1 }),
    ...{ type, version, decay, author },
    ...(period && { time: { from: period.from, before: period.to } }),
    ...(superseded !== undefined && { [supersededColumn(audience)]: Number(superseded) }),
  };
}
