import { listed, driftInWords } from '@roadbook/decider';
import type { Environment, DriftKind } from '@roadbook/decider';
import { reasonInWords } from './in-words.js';
import { notification } from './notification.js';
import type { Notification } from './notification.js';

/** A difference that an observation showed, in a setting that affects behaviour. */
interface FoundDrift {
  readonly setting: string;
  readonly environment: Environment;
  readonly kind: DriftKind;
}

/** Rule 3: staging and qa mirror production; a hotfix doesn't pass through qa. */
function consequenceOf(drift: readonly FoundDrift[]): string {
  const isIn = (...some: readonly Environment[]) =>
    drift.some(({ environment }) => some.includes(environment));
  if (isIn('staging', 'production')) return 'No release goes to production while it stands';
  return isIn('qa')
    ? 'No standard release goes to production while it stands, and a hotfix goes there with a risk'
    : 'It keeps no release from production, which dev does not have to mirror';
}

export const driftFound = (
  project: string,
  environment: Environment,
  drift: readonly FoundDrift[],
): Notification[] => [
  notification(
    ['orchestrator', 'cio', 'cto'],
    `${project}: ${environment} drifts`,
    [
      `${consequenceOf(drift)}: ${listed(
        drift.map((one) => `${one.setting} in ${one.environment} has ${driftInWords[one.kind]}`),
      )}.`,
      'The cio corrects it by a configuration change.',
    ],
    { about: { environment } },
  ),
];

export const unannotatedPipelineChange = (project: string, change: string): Notification[] => [
  notification(
    ['orchestrator', 'cio', 'cto'],
    `${project} is blocked: its pipeline was changed without annotation`,
    [
      `What was found: ${reasonInWords(change)}.`,
      'No promotion of the project proceeds until it is reverted, and redone by the protocol. What a deployer has claimed runs to its end.',
    ],
  ),
];
