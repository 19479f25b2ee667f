import { condition, met, missing } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { Standpoint } from './hard-rules/standpoint.js';

/** If clients are affected, the cco has acknowledged this version and this window. */
export const clientsAreInformed: Condition<Standpoint> = condition(
  'clients-informed',
  { from: 'cco' },
  ({ release: { clients, window } }) => {
    if (clients.are === 'unaffected') return met(clients.event);
    const { acknowledged } = clients;
    if (!acknowledged) return missing('the client communication was not acknowledged');
    return window.is === 'confirmed' &&
      window.start === acknowledged.start &&
      window.end === acknowledged.end
      ? met(acknowledged.event)
      : missing('the client communication was acknowledged for another window');
  },
);
