import type { ParityVerified } from '@roadbook/contracts';
import { Markdown, table } from '@roadbook/documents';
import { listed } from './wording.js';

const kinds = {
  between: 'another value than in production',
  declared: 'another value than configuration changes gave it',
} as const;

export const driftTable = (drift: ParityVerified['drift']): Markdown =>
  drift.length === 0
    ? new Markdown('None')
    : table(
        '| Setting | Environments | Difference |\n|---------|--------------|------------|',
        drift.map(({ setting, environments, kind }) => [
          ...[setting, listed(environments), kinds[kind]],
        ]),
      );
