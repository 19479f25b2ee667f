import type { Projection } from '@roadbook/read-model';
import { violations } from './violations/violations.js';

/** Everything that the environment service shows, as its read model keeps it. */
export const projections: readonly Projection[] = [violations];
