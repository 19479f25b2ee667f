import { driftInWords } from '@roadbook/decider';
import type { ParityVerified } from '@roadbook/contracts';
import { Markdown, table } from '@roadbook/documents';
import { listed } from './wording.js';

export const driftTable = (drift: ParityVerified['drift']): Markdown =>
  drift.length === 0
    ? new Markdown('None')
    : table(
        '| Setting | Environments | Difference |\n|---------|--------------|------------|',
        drift.map(({ setting, environments, kind }) => [
          ...[setting, listed(environments), driftInWords[kind]],
        ]),
      );
