import type { Decision } from '@roadbook/decider';
import { parityOf } from './answering-parity.js';
import type { Asked } from './asked.js';
import type { EnvironmentsEvent } from './events.js';
import { forNothingElse } from './parity.js';
import type { VerifiedFor } from './parity.js';
import type { OpenedEnvironments } from './state.js';

/** Whatever it finds is on record, and each check that ran is one of its own. */
export const verified = (
  environments: OpenedEnvironments,
  purpose: Partial<VerifiedFor> & Pick<VerifiedFor, 'purpose'>,
): Extract<EnvironmentsEvent, { type: 'ParityVerified' }> => ({
  type: 'ParityVerified',
  data: { ...forNothingElse, ...purpose, ...parityOf(environments) },
});

export const verifyParity = ({
  command,
  environments,
}: Asked<'VerifyParity'>): Decision<EnvironmentsEvent> => [verified(environments, command)];

export const checkParity = ({
  environments,
}: Asked<'CheckParity'>): Decision<EnvironmentsEvent> => [
  verified(environments, { purpose: 'check' }),
];
