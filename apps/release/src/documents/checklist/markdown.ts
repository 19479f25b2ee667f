import { signature } from '../authorized-by.js';
import { layout, date } from '@roadbook/documents';
import type { ChecklistDocument } from './document.js';
import { itemBoxes } from './items.js';
import { notesMarkdown } from './notes.js';
import { planMarkdown } from './plan.js';

/** The release checklist in its fixed layout (formats.md); it shows nothing that the JSON does not have. */
export const checklistMarkdown = (checklist: ChecklistDocument): string =>
  layout`## RELEASE CHECKLIST — v${checklist.version}
**Date:** ${date(checklist.date)}
**Release Manager:** ${checklist.releaseManager}
**Authorized by:** ${signature(checklist.authorizedBy, checklist.date)}

### Pre-Release Verification
${itemBoxes(checklist.preReleaseVerification)}

### Release Artifacts
${itemBoxes(checklist.releaseArtifacts)}

### Release Notes
${notesMarkdown(checklist.version, checklist.releaseNotes)}

### Rollback Plan
${planMarkdown(checklist.rollbackPlan)}

### Deployment Authorization
${itemBoxes(checklist.deploymentAuthorization)}
`.source;
