import type { Environment, DriftKind } from '@roadbook/decider';

/** A difference in a setting that affects behaviour. */
export interface Drift {
  readonly setting: string;
  readonly kind: DriftKind;
  readonly environment: Environment;
}

/** What makes it the same drift when it is found again. */
export const driftKey = ({ setting, kind, environment }: Drift): string =>
  [kind, environment, setting].join(' ');

/** How many one event tells of, so that it stays small. */
export const driftsPerEvent = 500;

export const inParts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
