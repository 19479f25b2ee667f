import { code, date, dateAndTime, layout, Markdown } from '@roadbook/documents';
import type { Done, Reasoned } from '../../projections/pipeline-changes/row.js';
import type { PipelineChangeDocument } from './document.js';

/** The record of a pipeline change, in the style of the configuration diff; it shows nothing that the JSON does not have. */
export const pipelineChangeMarkdown = (document: PipelineChangeDocument): string =>
  layout`## PIPELINE CHANGE — ${date(document.date)}
**Change:** ${document.what}
**Reason:** ${document.reason}
**Entry:** ${document.change}

### Definition
| Definition | SHA-256 |
|------------|---------|
| before | ${hash(document.definition.before)} |
| announced | ${hash(document.definition.announced)} |
| after | ${hash(document.definition.after)} |

### Impact
${document.impact}

### How It Is Undone
${document.undo}

### Protocol
**Annotated by:** ${signature(document.annotatedBy)}
**Confirmed by:** ${signature(document.confirmedBy)}
**Implemented, as reported by:** ${signature(document.implementedBy)}
**Reversal ordered by:** ${reasoned(document.reversalOrderedBy)}
**Reverted, as reported by:** ${signature(document.revertedBy)}
**Withdrawn by:** ${reasoned(document.withdrawnBy)}

### Result: ${document.result}
`.source;

const nothing = new Markdown('—');

const hash = (definition: string | null): Markdown =>
  definition === null ? nothing : code(definition);

const signature = (done: Done | null): Markdown =>
  done ? layout`${done.role.toUpperCase()} — ${done.actor}, ${dateAndTime(done.at)}` : nothing;

const reasoned = (done: Reasoned | null): Markdown =>
  done ? layout`${signature(done)}: ${done.reason}` : nothing;
