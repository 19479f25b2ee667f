export const driftKinds = ['between', 'declared'] as const;

/**
 * How a setting that affects behaviour differs: `between` its environment and production, or `declared`, between what the environment was
 * given by configuration changes and what was observed there.
 */
export type DriftKind = (typeof driftKinds)[number];

/** What a setting that drifts has. */
export const driftInWords: Readonly<Record<DriftKind, string>> = {
  between: 'another value than in production',
  declared: 'another value than configuration changes gave it',
};
