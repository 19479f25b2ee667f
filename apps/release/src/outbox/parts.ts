import { sentenceMax, shortened } from '@roadbook/decider';
import type { CheckResult } from '../domain/release/events.js';
import type { ReleaseInFull } from '../domain/release/in-full.js';
import type { ReleaseNotes } from '../domain/release/parts.js';
import type { PlannedRelease } from '../domain/release/state.js';
import type { Ticket } from '../domain/tickets.js';

export const ticketsOf = ({ tickets }: PlannedRelease): Ticket[] =>
  [...tickets.values()].map(toldTicket);

export const toldTicket = ({ id, title, type, ui, securityScope }: Ticket): Ticket => ({
  id,
  title,
  type,
  ui,
  securityScope,
});

/** The plan that stands, in full. Nothing is prepared without one. */
export function planOf({ plan, version }: PlannedRelease) {
  if (!plan) throw new Error(`${version} has no rollback plan`);
  const { plan: digest, method, steps, verification, validForHours } = plan;
  return { plan: digest, method, steps, verification, validForHours };
}

export const toldCheck = ({ check, verdict, evidence }: CheckResult): CheckResult => ({
  check,
  verdict,
  evidence,
});

/** What Roadbook put together can hold what people wrote, and so be longer than a message takes. */
export const sentence = (text: string): string => shortened(text, sentenceMax);

/** The notes that stand, in full. Nothing is prepared without them. */
export function notesOf({ notes }: ReleaseInFull): ReleaseNotes {
  if (!notes) throw new Error('the release has no notes');
  return notes;
}
