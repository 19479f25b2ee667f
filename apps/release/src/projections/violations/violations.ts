import { violationsAbout } from '@roadbook/violations';
import type { ViolationRow as RowAbout } from '@roadbook/violations';
import { streamOf } from '../../domain/streams.js';
import type { OfRelease } from '../../domain/violations/events.js';

export type ViolationRow = RowAbout<OfRelease>;

/** Every violation on record. */
export const violations = violationsAbout({
  version: 2,
  projectOf: (stream) => streamOf(stream)?.project ?? '',
  columns: { version: { type: 'text', of: ({ version }: ViolationRow) => version } },
});
