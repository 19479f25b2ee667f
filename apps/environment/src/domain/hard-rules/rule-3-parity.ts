import { guard, listed } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { ChangeStandpoint } from '../environments/asked.js';
import { sameContent } from '../environments/settings.js';
import { observedIn, scopeOf } from '../environments/state.js';

/**
 * Hard rule 3: parity is enforced. Staging mirrors production, so production gets nothing that affects behaviour and that staging does
 * not show.
 */
const rule = 3;

export const stagingShowsIt: Condition<ChangeStandpoint> = guard(
  'staging-shows-configuration',
  { rule, from: 'cio' },
  ({ environments, change: { diff } }) => {
    const unseen = diff
      .filter((line) => line.environments.includes('production'))
      .filter(({ setting }) => scopeOf(environments, setting) === 'behaviour')
      .filter(({ setting, to }) => !sameContent(observedIn(environments, 'staging', setting), to))
      .map(({ setting }) => setting);
    return unseen.length > 0
      ? `staging does not show what production would get in ${listed(unseen)}; apply it in staging first`
      : undefined;
  },
);
