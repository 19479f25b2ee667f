import { driftKinds } from '@roadbook/decider';
import { environmentList, settingKey } from './configuration.js';
import { madeId } from './names.js';
import { listOf, objectOf, oneOf } from './say.js';
import { text, titleMax } from './text.js';
import { time } from './time.js';

/** `unknown` is what nobody observed; it counts as no. */
export const parityState = oneOf(['mirrors', 'drifts', 'unknown']);

export const driftKind = oneOf(driftKinds).describe(
  '`between`: another value than in production. `declared`: another value than configuration changes gave it.',
);

/** Whether the two environments before production mirror it. */
export const pairs = {
  staging: parityState.describe('Whether staging mirrors production.'),
  qa: parityState.describe('Whether qa mirrors production.'),
};

/** Differences in settings that affect behaviour. */
export const drift = listOf(
  objectOf({
    setting: settingKey,
    environments: environmentList.describe('Where it differs.'),
    kind: driftKind,
  }),
  { min: 0 },
).describe('The differences in settings that affect behaviour.');

/** Parity of both pairs as it is and as it would be. */
export const parityImpact = objectOf({
  before: objectOf(pairs).describe('As it is.'),
  after: objectOf(pairs).describe('As it is once the change is everywhere.'),
}).describe('What the change does to parity with production.');

const answer = {
  id: madeId.describe('Id of the answer.'),
  answeredAt: time.describe('When it was answered.'),
};

export const parityAnswer = objectOf({ ...answer, ...pairs, drift });

export const pipelineAnswer = objectOf({
  ...answer,
  state: oneOf(['confirmed', 'unannotated', 'unknown']).describe(
    '`unannotated`: a change stands that was not annotated and confirmed before it was implemented.',
  ),
  changes: listOf(text(titleMax), { min: 0 }).describe(
    'The changes that stand without annotation, in words.',
  ),
});
