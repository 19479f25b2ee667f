import { projection, recorded } from '@roadbook/read-model';
import type { ReleaseEvent, ReleaseEventType } from '../../domain/release/events.js';
import { releaseKeyOf } from '../release-key.js';
import { applyToChecklist } from './apply.js';
import type { ChecklistRow } from './row.js';

/** For each release, what its checklist shows beside its items. */
export const checklists = projection({
  name: 'checklist',
  version: 2,
  types: [
    'ReleasePlanned',
    'ReleaseNotesCompiled',
    'RehearsalEnded',
    'PromotionAuthorized',
    'ProductionAuthorized',
    'AuthorizationsVoided',
    'PromotionEnded',
  ] satisfies ReleaseEventType[],
  keyOf: releaseKeyOf,
  apply: (row: ChecklistRow | undefined, event) =>
    applyToChecklist(row, recorded<ReleaseEvent>(event)),
  columns: {},
  indexes: [],
});
