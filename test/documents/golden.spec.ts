import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checklistOf, deploymentLogOf, rollbackReportOf } from './documents.js';
import type { Rendered } from './documents.js';
import { expectGolden } from './expect-golden.js';
import {
  cleared,
  everythingHappens,
  hotfix,
  incomplete,
  inQa,
  inRollback,
  live,
  repeated,
  rolledBack,
  standard,
  underPreparation,
} from './stories.js';
import { hostile } from './wording.js';

const folder = join(import.meta.dirname, 'golden');

const documents: Record<string, () => Rendered> = {
  'checklist.open': () => checklistOf(underPreparation(standard())),
  'checklist.complete': () => checklistOf(cleared(standard())),
  'checklist.hotfix': () => checklistOf(cleared(hotfix)),
  'checklist.rolled-back': () => checklistOf(rolledBack(standard())),
  'checklist.hostile': () => checklistOf(cleared(standard(hostile))),
  'deployment-log.open': () => deploymentLogOf(inQa(standard())),
  'deployment-log.complete': () => deploymentLogOf(live(standard())),
  'deployment-log.complete.as-of-qa': () =>
    deploymentLogOf(live(standard()), { environment: 'qa' }),
  'deployment-log.hotfix': () => deploymentLogOf(live(hotfix)),
  'deployment-log.rolled-back': () => deploymentLogOf(rolledBack(standard())),
  'deployment-log.hostile': () => deploymentLogOf(everythingHappens(standard(hostile))),
  'rollback-report.open': () => rollbackReportOf(inRollback(standard())),
  'rollback-report.incomplete': () => rollbackReportOf(incomplete(standard())),
  'rollback-report.complete': () => rollbackReportOf(repeated(standard())),
  'rollback-report.hotfix': () => rollbackReportOf(rolledBack(hotfix, '1.4.0')),
  'rollback-report.rolled-back': () => rollbackReportOf(rolledBack(standard(), null)),
  'rollback-report.hostile': () => rollbackReportOf(everythingHappens(standard(hostile))),
};

describe('documents', () => {
  it.each(Object.entries(documents))('read as %s', (name, render) => {
    const { markdown, json } = render();
    expectGolden(folder, `${name}.md`, markdown);
    expectGolden(folder, `${name}.json`, `${JSON.stringify(json, null, 2)}\n`);
  });

  it('leave no golden file that nothing renders', () => {
    const expected = Object.keys(documents).flatMap((name) => [`${name}.json`, `${name}.md`]);
    expect(readdirSync(folder).sort()).toStrictEqual(expected.sort());
  });
});
