import { entriesMax, guard } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import { askedTooLongAgo, isStale } from '../answer-age.js';
import type { KnownIssue, ReleaseNotes } from '../release/parts.js';
import type { KnownIssuesAnswer } from './source.js';

/** What the cio wants of the knowledge base, what it answered, and this instant. */
export interface Drawing {
  readonly command: { readonly fromKnowledgeBase: boolean };
  readonly surroundings: { readonly known?: KnownIssuesAnswer };
  readonly at: string;
}

/** Notes are never compiled silently without what the knowledge base knows. */
export const knowledgeBaseAnswered: Condition<Drawing> = guard(
  'knowledge-base-answered',
  {},
  ({ command, surroundings: { known }, at }) => {
    if (!command.fromKnowledgeBase) return undefined;
    if (!known)
      return 'the knowledge base did not answer, so the known issues are not known; try again, or compile the notes from what you give alone with "fromKnowledgeBase": false';
    return isStale(known, at) ? `the knowledge base was ${askedTooLongAgo}; try again` : undefined;
  },
);

/** What is drawn from the knowledge base stands behind what the cio gives, whose words stand where both tell of the same issue. */
export function withDrawn(
  given: readonly KnownIssue[],
  { command, surroundings: { known } }: Drawing,
): Pick<ReleaseNotes, 'knownIssues' | 'context'> {
  if (!command.fromKnowledgeBase || !known) return { knownIssues: given };
  const told = new Set(given.map(({ issue }) => issue));
  const drawn = known.knownIssues.filter(({ issue }) => !told.has(issue));
  const knownIssues = [...given, ...drawn].slice(0, entriesMax);
  return known.context.length > 0 ? { knownIssues, context: known.context } : { knownIssues };
}
