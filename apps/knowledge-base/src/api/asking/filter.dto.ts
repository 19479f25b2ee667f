import { entryTypes, decays } from '@roadbook/decider';
import type { EntryType, Decay } from '@roadbook/decider';
import {
  Is,
  IsTime,
  Maybe,
  oneOf,
  PageQuery,
  periodOf,
  yesOrNo,
  actorId,
  semanticVersion,
} from '@roadbook/api';
import { ReadAs } from '@roadbook/http';
import type { EntryFilter } from '../../queries/entries/entry-filter.js';

/** Which entries are wanted: all that are given must hold. */
export class FilterQuery extends PageQuery {
  @Maybe()
  @Is(oneOf(entryTypes))
  type?: EntryType;

  /** About this release. */
  @Maybe()
  @Is(semanticVersion)
  version?: string;

  /** How fast it fades. */
  @Maybe()
  @Is(oneOf(decays))
  decay?: Decay;

  /** Who wrote it, or whose deed it tells. */
  @Maybe()
  @Is(actorId)
  author?: string;

  /** Happened, or recorded where nobody said, at this time or later. */
  @Maybe()
  @IsTime()
  from?: string;

  /** Happened, or recorded where nobody said, before this time. */
  @Maybe()
  @IsTime()
  to?: string;

  /** Whether another entry stands in its place. */
  @Maybe()
  @ReadAs((sent) => booleans.get(sent) ?? sent)
  @Is(yesOrNo)
  superseded?: boolean;
}

const booleans = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

/** @throws Problem 400 where the period ends before it begins */
export const filterOf = (query: FilterQuery): EntryFilter => {
  const { type, version, decay, author, from, to, superseded } = query;
  return { type, version, decay, author, period: periodOf(from, to), superseded };
};
