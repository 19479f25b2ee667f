import { pipelineChangeDocument } from './document.js';
import { pipelineChangeMarkdown } from './markdown.js';
import type { PipelineChangeRow } from '../../projections/pipeline-changes/row.js';

const before = 'a'.repeat(64);
const after = 'b'.repeat(64);
const done = (actor: string, role: 'cio' | 'cto' | 'deployer', time: string) => ({
  ...{ actor, role },
  at: `2026-03-02T${time}:00.000Z`,
});

const annotated: PipelineChangeRow = {
  project: 'shop',
  change: 'change-1',
  what: 'Integration tests run in shards',
  why: 'They take 40 minutes',
  impact: 'Failures are reported for each shard',
  undo: 'Take the matrix out of the workflow',
  announced: null,
  stage: 'annotated',
  annotated: done('ines', 'cio', '08:00'),
  confirmed: null,
  implemented: null,
  withdrawn: null,
  reversalOrdered: null,
  reverted: null,
  position: 1,
  revision: 1,
};

const reverted: PipelineChangeRow = {
  ...annotated,
  announced: after,
  stage: 'reverted',
  confirmed: done('theo', 'cto', '09:00'),
  implemented: { ...done('ci', 'deployer', '10:00'), before, definition: after },
  reversalOrdered: { ...done('ines', 'cio', '11:00'), reason: 'the shards starve | 1' },
  reverted: done('ci', 'deployer', '11:30'),
};

const rendered = (row: PipelineChangeRow) => pipelineChangeMarkdown(pipelineChangeDocument(row));

describe('the document of a pipeline change', () => {
  it('shows the plan, and what is still open', () => {
    expect(rendered(annotated)).toBe(`## PIPELINE CHANGE — 2026-03-02
**Change:** Integration tests run in shards
**Reason:** They take 40 minutes
**Entry:** change-1

### Definition
| Definition | SHA-256 |
|------------|---------|
| before | — |
| announced | — |
| after | — |

### Impact
Failures are reported for each shard

### How It Is Undone
Take the matrix out of the workflow

### Protocol
**Annotated by:** CIO — ines, 2026-03-02 08:00
**Confirmed by:** —
**Implemented, as reported by:** —
**Reversal ordered by:** —
**Reverted, as reported by:** —
**Withdrawn by:** —

### Result: ANNOTATED
`);
  });

  it('shows who did what until it was reverted', () => {
    expect(rendered(reverted)).toContain(`
| before | \`${before}\` |
| announced | \`${after}\` |
| after | \`${after}\` |
`);
    expect(rendered(reverted)).toContain(`
**Confirmed by:** CTO — theo, 2026-03-02 09:00
**Implemented, as reported by:** DEPLOYER — ci, 2026-03-02 10:00
**Reversal ordered by:** CIO — ines, 2026-03-02 11:00: the shards starve \\| 1
**Reverted, as reported by:** DEPLOYER — ci, 2026-03-02 11:30
**Withdrawn by:** —

### Result: REVERTED
`);
  });

  it('shows why a change was withdrawn', () => {
    const withdrawn = { ...done('ines', 'cio', '08:30'), reason: 'not needed' };
    expect(rendered({ ...annotated, stage: 'withdrawn', withdrawn })).toContain(`
**Withdrawn by:** CIO — ines, 2026-03-02 08:30: not needed

### Result: WITHDRAWN
`);
  });

  it('has in JSON what the Markdown shows', () => {
    expect(pipelineChangeDocument(reverted)).toStrictEqual({
      change: 'change-1',
      date: '2026-03-02T08:00:00.000Z',
      what: 'Integration tests run in shards',
      reason: 'They take 40 minutes',
      impact: 'Failures are reported for each shard',
      undo: 'Take the matrix out of the workflow',
      definition: { before, announced: after, after },
      annotatedBy: done('ines', 'cio', '08:00'),
      confirmedBy: done('theo', 'cto', '09:00'),
      implementedBy: done('ci', 'deployer', '10:00'),
      reversalOrderedBy: { ...done('ines', 'cio', '11:00'), reason: 'the shards starve | 1' },
      revertedBy: done('ci', 'deployer', '11:30'),
      withdrawnBy: null,
      result: 'REVERTED',
    });
  });
});
