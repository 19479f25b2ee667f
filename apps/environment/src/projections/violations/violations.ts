import { violationsAbout } from '@roadbook/violations';
import type { ViolationRow as RowAbout } from '@roadbook/violations';
import { streamOf } from '../../domain/streams.js';
import type { OfEnvironments } from '../../domain/violations/events.js';

export type ViolationRow = RowAbout<OfEnvironments>;

/** Every violation on record. */
export const violations = violationsAbout({
  version: 1,
  projectOf: (stream) => streamOf(stream)?.project ?? '',
  columns: {
    change: { type: 'text', nullable: true, of: ({ change }: ViolationRow) => change },
  },
});
