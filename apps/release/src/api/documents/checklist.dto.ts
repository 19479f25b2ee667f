import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import type { ReleaseKind } from '../../domain/environments.js';
import { rollbackMethods } from '../../domain/release/parts.js';
import type { RollbackMethod } from '../../domain/release/parts.js';
import type { ChecklistDocument } from '../../documents/checklist/document.js';
import type { Missing, ShownItem } from '../../documents/checklist/items.js';
import type { ShownPlan } from '../../documents/checklist/plan.js';
import { PlanStepDto } from '../artifacts/plan.dto.js';
import { Holds, HoldsAll, words } from '@roadbook/api';
import { kinds } from '../releases/answers.dto.js';
import { AuthorizedByDto } from './answers.dto.js';
import { ShownNotesDto } from './notes.dto.js';

export class MissingDto implements Missing {
  /** @example 'gates-passed-quality' */
  condition: string;

  /** @example 'waiting for the quality gate of SHOP-1' */
  missing: string;

  /** @example 'cqo' */
  @Holds(words(roles), { orNull: true })
  from: Role | null;
}

export class ChecklistItemDto implements ShownItem {
  /** @example 'tests-passing' */
  id: string;

  /** @example 'Full test suite passing on release candidate' */
  text: string;

  /** @example 'met' */
  @Holds(words(['met', 'open', 'not-applicable']))
  state: ShownItem['state'];

  /**
   * Ids of the events that show it.
   * @example ['0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11']
   */
  evidence: string[];

  /** Empty unless the item is open. */
  @HoldsAll(() => MissingDto)
  missing: MissingDto[];

  /**
   * What is a risk although it blocks nothing.
   * @example []
   */
  risks: string[];
}

export class TestedDto {
  /** @example '2026-03-02T08:09:10.000Z' */
  at: string | null;

  /** @example null */
  blockedBy: string | null;
}

export class ShownPlanDto implements ShownPlan {
  /** @example 'previous container image' */
  @Holds(words(rollbackMethods), { orNull: true })
  method: RollbackMethod | null;

  /**
   * The sum of the steps' estimates, the verification included.
   * @example 180
   */
  estimateSeconds: number | null;

  /** @example 3 */
  estimateMinutes: number | null;

  /** The last one is the verification. */
  @HoldsAll(() => PlanStepDto)
  steps: PlanStepDto[];

  @Holds(words(['CIO']))
  owner: 'CIO';

  /** Whether this very plan was rehearsed with this candidate. */
  @Holds(() => TestedDto)
  tested: TestedDto;
}

/** The gate between merged and deployed: every item, its state, its evidence. */
export class ChecklistDto implements ChecklistDocument {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'standard' */
  @Holds(kinds)
  kind: ReleaseKind;

  /** @example 'c0ffee1' */
  candidate: string | null;

  /** @example '2026-03-02T08:10:00.000Z' */
  date: string;

  @Holds(words(['CIO']))
  releaseManager: 'CIO';

  @Holds(() => AuthorizedByDto)
  authorizedBy: AuthorizedByDto;

  @HoldsAll(() => ChecklistItemDto)
  preReleaseVerification: ChecklistItemDto[];

  @HoldsAll(() => ChecklistItemDto)
  releaseArtifacts: ChecklistItemDto[];

  @Holds(() => ShownNotesDto, { orNull: true })
  releaseNotes: ShownNotesDto | null;

  @Holds(() => ShownPlanDto)
  rollbackPlan: ShownPlanDto;

  @HoldsAll(() => ChecklistItemDto)
  deploymentAuthorization: ChecklistItemDto[];
}
