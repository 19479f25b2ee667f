import { sha256 } from './names.js';
import { listOf, objectOf, oneOf, wholeNumber } from './say.js';
import { noteMax, text } from './text.js';

const planStep = objectOf({
  action: text(noteMax).describe('What is done.'),
  command: text(noteMax).describe('The exact command, or the link to a runbook.'),
  expected: text(noteMax).describe('What is seen when it went well.'),
  estimateSeconds: wholeNumber(1, 86_400).describe('How long it is meant to take.'),
});

export const planDigest = sha256.describe(
  'Digest of the rollback plan: any change makes it another plan.',
);

export const rollbackPlan = objectOf({
  plan: planDigest,
  method: oneOf([
    'database restore',
    'previous container image',
    'feature flag',
    'git revert',
  ]).describe('The way back.'),
  steps: listOf(planStep, { min: 0, max: 99 }).describe('What is done, in this order.'),
  verification: planStep.describe(
    'The last step: shows that production is back at the previous good state.',
  ),
  validForHours: wholeNumber(1, 8_760).describe(
    'How many hours after the deployment it is meant to work. A later rollback still runs and says so.',
  ),
}).describe('How the release is undone.');
