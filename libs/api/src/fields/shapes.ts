import { forms } from '@roadbook/decider';
import { matching } from './shape.js';

export const projectSlug = matching(forms.projectSlug);
export const semanticVersion = matching(forms.semanticVersion);
export const ticketId = matching(forms.ticketId);
export const commitId = matching(forms.commitId);
export const checkName = matching(forms.checkName);
export const madeId = matching(forms.madeId);
export const actorId = matching(forms.actorId);
export const evidenceDigest = matching(forms.evidenceDigest);
export const link = matching(forms.link);
