import { sentenceMax, shortened, titleMax } from '@roadbook/decider';
import type { Drift } from '../domain/environments/drift.js';

/** What Roadbook put together can hold what people wrote, and so be longer than a message takes. */
export const sentence = (text: string): string => shortened(text, sentenceMax);

export const title = (text: string): string => shortened(text, titleMax);

/** Differences as messages list them. */
export const driftEntries = (drifts: readonly Drift[]) =>
  drifts.map(({ setting, kind, environment }) => ({
    ...{ setting, kind },
    environments: [environment],
  }));
