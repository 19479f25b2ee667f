import { forms, roles } from '@roadbook/decider';
import { z } from 'zod';
import { must, oneOf } from './say.js';
import { matching } from './text.js';

export const projectSlug = matching(forms.projectSlug).describe('The project, by its slug.');

export const semanticVersion = matching(forms.semanticVersion).describe(
  'The version, without a leading v.',
);

export const ticketId = matching(forms.ticketId).describe('The id of a ticket.');

export const commitId = matching(forms.commitId);

/** The candidate that a message is about. */
export const candidate = commitId.describe('The candidate: the commit that would be shipped.');

export const madeId = matching(forms.madeId);
export const sha256 = matching(forms.sha256);
export const checkName = matching(forms.checkName);
export const link = matching(forms.link);
export const evidenceDigest = matching(forms.evidenceDigest);
export const actorId = matching(forms.actorId);

export const role = oneOf(roles);

/** This very value and no other. */
export const only = <Word extends string | boolean | null>(word: Word) =>
  z.literal(word, must(JSON.stringify(word)));
