import type { ReleaseEvent } from '../../domain/release/events.js';
import type { Placed } from '@roadbook/read-model';
import type { HistoryChapter, HistoryLine } from './row.js';
import { sentenceOf } from './sentences.js';

/** The chapter with one more line. */
export const applyToHistory = (
  chapter: HistoryChapter | undefined,
  event: Placed<ReleaseEvent>,
): HistoryChapter => ({ lines: [...(chapter?.lines ?? []), lineOf(event)] });

function lineOf(event: Placed<ReleaseEvent>): HistoryLine {
  const { id, revision, type, recordedAt: at, occurredAt, actor, role } = event;
  return { id, revision, type, at, occurredAt, actor, role, what: sentenceOf(event) };
}
