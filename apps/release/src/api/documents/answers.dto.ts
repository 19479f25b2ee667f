import type { ActorId } from '@roadbook/decider';
import { verdicts } from '../../domain/verdicts.js';
import type { Verdict } from '../../domain/verdicts.js';
import type { AuthorizedBy } from '../../documents/authorized-by.js';
import type { ShownCheck } from '../../documents/checks.js';
import { checksOf } from '../../domain/environments.js';
import { EvidenceDto, Holds, words } from '@roadbook/api';

/** The orchestrator's yes that reaches furthest; all but the role is null where there is none. */
export class AuthorizedByDto implements AuthorizedBy {
  @Holds(words(['Orchestrator']))
  role: 'Orchestrator';

  /** @example 'promotion' */
  @Holds(words(['promotion', 'production']), { orNull: true })
  of: 'promotion' | 'production' | null;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId | null;

  /** @example '2026-03-02T08:12:00.000Z' */
  at: string | null;
}

/** A check after a deployment to production or a rollback; null where it was not reported. */
export class ShownCheckDto implements ShownCheck {
  /** @example 'health-checks' */
  @Holds(words(checksOf('production')))
  check: ShownCheck['check'];

  /** @example 'Health checks passing' */
  text: string;

  /** @example 'passed' */
  @Holds(words(verdicts), { orNull: true })
  verdict: Verdict | null;

  @Holds(() => EvidenceDto, { orNull: true })
  evidence: EvidenceDto | null;
}
