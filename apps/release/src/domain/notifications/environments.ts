import type { Environment } from '@roadbook/decider';
import { listed } from '../listed.js';
import { reasonInWords } from './in-words.js';
import { notification } from './notification.js';
import type { Notification } from './notification.js';

/** A difference that an observation showed, in a setting that affects behaviour. */
interface FoundDrift {
  readonly setting: string;
  readonly environment: Environment;
  readonly kind: 'between' | 'declared';
}

const kinds = {
  between: 'another value than in production',
  declared: 'another value than configuration changes gave it',
} as const;

export const driftFound = (
  project: string,
  environment: Environment,
  drift: readonly FoundDrift[],
): Notification[] => [
  notification(
    ['orchestrator', 'cio', 'cto'],
    `${project}: ${environment} drifts`,
    [
      `No release goes to production while it stands: ${listed(
        drift.map((one) => `${one.setting} in ${one.environment} has ${kinds[one.kind]}`),
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
