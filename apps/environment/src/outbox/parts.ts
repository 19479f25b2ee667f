import type { Drift } from '../domain/environments/drift.js';

const sentenceCharactersMax = 10_000;
const titleCharactersMax = 300;

const shortened = (text: string, charactersMax: number): string =>
  text.length <= charactersMax ? text : `${text.slice(0, charactersMax - 1)}…`;

/** What Roadbook put together can hold what people wrote, and so be longer than a message takes. */
export const sentence = (text: string): string => shortened(text, sentenceCharactersMax);

export const title = (text: string): string => shortened(text, titleCharactersMax);

/** Differences as messages list them. */
export const driftEntries = (drifts: readonly Drift[]) =>
  drifts.map(({ setting, kind, environment }) => ({
    ...{ setting, kind },
    environments: [environment],
  }));
