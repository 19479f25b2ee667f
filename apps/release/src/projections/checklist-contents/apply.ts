import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';
import type { ChecklistContents, StandingGrant } from './row.js';

const noContents: ChecklistContents = { grant: null, notes: null, rehearsedAt: null };

/** The contents after one more event of the release's stream; unchanged when the event says nothing about them. */
export function applyToChecklistContents(
  before: ChecklistContents | undefined,
  event: Recorded<ReleaseEvent>,
): ChecklistContents {
  const contents = before ?? noContents;
  const at = reportedTime(event);
  switch (event.type) {
    case 'ReleaseNotesCompiled':
      return { ...contents, notes: { ...event.data, compiledAt: at } };
    case 'RehearsalEnded':
      return event.data.verdict === 'passed' ? { ...contents, rehearsedAt: at } : contents;
    case 'PromotionAuthorized':
      return { ...contents, grant: grantOf('promotion', event) };
    case 'ProductionAuthorized':
      return { ...contents, grant: grantOf('production', event) };
    case 'AuthorizationsVoided':
      return { ...contents, grant: null };
    default:
      return contents;
  }
}

const grantOf = (of: StandingGrant['of'], event: Recorded<ReleaseEvent>): StandingGrant => ({
  of,
  by: event.actor,
  at: reportedTime(event),
});
