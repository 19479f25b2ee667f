import { paths } from '../../domain/environments.js';
import type { ReleaseKind } from '../../domain/environments.js';
import { CommandDto } from '../asking/command.dto.js';
import { AreAll, AreAllA, Is, Maybe } from '../fields/field.js';
import { oneOf, text, yesOrNo } from '../fields/shape.js';
import { commitId, noteMax, semanticVersion, ticketId } from '../fields/shapes.js';
import { TicketDto } from './tickets.dto.js';

export class PlanReleaseDto extends CommandDto {
  /**
   * A semantic version, higher than every one whose promotion to production ever started.
   * @example '1.4.0'
   */
  @Is(semanticVersion)
  version: string;

  /**
   * A hotfix skips dev and qa and nothing else; it is a higher patch of the version in production.
   * @example 'standard'
   */
  @Is(oneOf(Object.keys(paths)))
  kind: ReleaseKind;

  /**
   * Whether it breaks something for its users; then it needs a higher major (below 1.0.0: a higher minor).
   * @example false
   */
  @Maybe()
  @Is(yesOrNo)
  breaking: boolean = false;

  /** What the release is to contain. */
  @AreAllA(() => TicketDto)
  tickets: TicketDto[];
}

export class ReportMergeDto extends CommandDto {
  /** @example ['SHOP-1'] */
  @AreAll(ticketId)
  tickets: string[];

  /**
   * The commit with which they were merged.
   * @example '4f1d2c9'
   */
  @Is(commitId)
  commit: string;
}

export class ReasonDto extends CommandDto {
  /** @example 'The supplier of the payment interface moved its date.' */
  @Is(text(noteMax))
  reason: string;
}
