import type { PipelineChangeImplemented } from '@roadbook/contracts';
import { layout } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';
import { shownTime } from '../wording.js';

/** The written plan of a pipeline change, and who said yes to it. */
export const annotationPart = (
  of: PipelineChangeImplemented['annotation'],
): Markdown => layout`- What: ${of.what}
- Why: ${of.why}
- Impact: ${of.impact}
- How it is undone: ${of.undo}
- Annotated by ${of.annotatedBy}, ${shownTime(of.annotatedAt)}
- Confirmed by ${of.confirmedBy} as ${of.confirmedAs}, ${shownTime(of.confirmedAt)}`;
