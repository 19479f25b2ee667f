import { Is, Maybe, oneOf, PageQuery } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { ParityCheckView } from '../../queries/parity/list-parity-checks.js';
import { purposes } from './answers.dto.js';

export class ParityHistoryQuery extends PageQuery {
  /** What the check was made for. */
  @Maybe()
  @Is(oneOf(purposes))
  purpose?: ParityCheckView['purpose'];
}

export class DriftQuery extends PageQuery {
  /** `true` for what stands, `false` for what was resolved. */
  @Maybe()
  @Is(oneOf(['true', 'false']))
  standing?: 'true' | 'false';

  @Maybe()
  @Is(oneOf(environments))
  environment?: Environment;
}
