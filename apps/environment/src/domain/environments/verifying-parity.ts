import type { Decision } from '@roadbook/decider';
import { parityOf } from './answering-parity.js';
import type { Asked } from './asked.js';
import type { EnvironmentsEvent } from './events.js';

/** A check is on record whatever it found, and each that ran is one of its own. */
export const verifyParity = ({
  command,
  environments,
}: Asked<'VerifyParity'>): Decision<EnvironmentsEvent> => [
  { type: 'ParityVerified', data: { ...command, ...parityOf(environments) } },
];
