import type { Placed } from '@roadbook/read-model';
import type { ConfigurationChangeEvent } from '../../domain/environments/events.js';
import type { Act, ConfigurationChangeRow } from './row.js';

type Ending = Extract<
  Placed<ConfigurationChangeEvent>,
  {
    type:
      | 'ConfigurationChangeCompleted'
      | 'ConfigurationChangeWithdrawn'
      | 'ConfigurationChangeReverted';
  }
>;

/** How a change ends, why, and where it stays. */
export function endOf(
  { environments, reversal }: ConfigurationChangeRow,
  event: Ending,
  act: Act,
): Partial<ConfigurationChangeRow> {
  switch (event.type) {
    case 'ConfigurationChangeCompleted':
      return { stage: 'completed', ended: { ...act, reason: null, environments } };
    case 'ConfigurationChangeWithdrawn': {
      const { reason, environments: stays } = event.data;
      return { stage: 'withdrawn', ended: { ...act, reason, environments: stays } };
    }
    case 'ConfigurationChangeReverted':
      return {
        stage: 'reverted',
        ended: { ...act, reason: reversal?.reason ?? null, environments: [] },
      };
  }
}
