import type { Recorded } from '@roadbook/decider';
import { checklistDocument } from '../../apps/release/src/documents/checklist/document.js';
import type { ChecklistDocument } from '../../apps/release/src/documents/checklist/document.js';
import { checklistMarkdown } from '../../apps/release/src/documents/checklist/markdown.js';
import { deploymentLogDocument } from '../../apps/release/src/documents/deployment-log/document.js';
import { deploymentLogMarkdown } from '../../apps/release/src/documents/deployment-log/markdown.js';
import { rollbackReportDocument } from '../../apps/release/src/documents/rollback-report/document.js';
import { rollbackReportMarkdown } from '../../apps/release/src/documents/rollback-report/markdown.js';
import { checklist } from '../../apps/release/src/domain/checklist.js';
import {
  noParityAnswer,
  noPipelineAnswer,
} from '../../apps/release/src/domain/environment-answers/answers.js';
import type { ReleaseEvent } from '../../apps/release/src/domain/release/events.js';
import { evolveRelease } from '../../apps/release/src/domain/release/evolve.js';
import { unplanned } from '../../apps/release/src/domain/release/state.js';
import type { Release } from '../../apps/release/src/domain/release/state.js';
import { emptyRoad } from '../../apps/release/src/domain/road/road.js';
import { applyToChecklistContents } from '../../apps/release/src/projections/checklist-contents/apply.js';
import type { ChecklistContents } from '../../apps/release/src/projections/checklist-contents/row.js';
import { applyToDeploymentLog } from '../../apps/release/src/projections/deployment-log/apply.js';
import { logAsOf } from '../../apps/release/src/projections/deployment-log/as-of.js';
import type { WhichLog } from '../../apps/release/src/projections/deployment-log/as-of.js';
import type { DeploymentLogRow } from '../../apps/release/src/projections/deployment-log/row.js';
import { applyToRollbackReport } from '../../apps/release/src/projections/rollback-report/apply.js';
import type { RollbackReportRow } from '../../apps/release/src/projections/rollback-report/row.js';
import type { Told } from './told.js';

/** A document in both of its forms. */
export interface Rendered {
  readonly json: object;
  readonly markdown: string;
}

type Events = readonly Recorded<ReleaseEvent>[];

const fold = <Row>(
  apply: (row: Row | undefined, event: Recorded<ReleaseEvent>) => Row | undefined,
  events: Events,
): Row | undefined => events.reduce<Row | undefined>((row, event) => apply(row, event), undefined);

const existing = <Thing>(thing: Thing | undefined): Thing => {
  if (thing === undefined) throw new Error('the story tells of no such document');
  return thing;
};

export function checklistOf({ events }: Told): Rendered {
  const release = events.reduce<Release>(evolveRelease, unplanned);
  if (release.situation === 'unplanned') throw new Error('the story plans no release');
  const at = existing(events.at(-1)).recordedAt;
  const surroundings = {
    road: emptyRoad,
    parity: noParityAnswer,
    pipeline: noPipelineAnswer,
    deadlines: { deploymentMs: 0, verificationMs: 0 },
  };
  const json: ChecklistDocument = checklistDocument({
    release,
    items: checklist({ release, surroundings, at }),
    contents: existing(fold<ChecklistContents>(applyToChecklistContents, events)),
    date: at,
  });
  return { json, markdown: checklistMarkdown(json) };
}

export function deploymentLogOf({ events }: Told, which: WhichLog = {}): Rendered {
  const row = existing(fold<DeploymentLogRow>(applyToDeploymentLog, events));
  const json = deploymentLogDocument(row, existing(logAsOf(row, which)));
  return { json, markdown: deploymentLogMarkdown(json) };
}

export function rollbackReportOf({ events }: Told): Rendered {
  const row = existing(fold<RollbackReportRow>(applyToRollbackReport, events));
  const json = existing(rollbackReportDocument(row));
  return { json, markdown: rollbackReportMarkdown(json) };
}
