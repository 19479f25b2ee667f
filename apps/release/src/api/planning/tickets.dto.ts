import { paths } from '../../domain/environments.js';
import type { ReleaseKind } from '../../domain/environments.js';
import { securityAreas, ticketTypes } from '../../domain/tickets.js';
import type { SecurityArea, TicketType } from '../../domain/tickets.js';
import {
  CommandDto,
  AreAll,
  AreAllA,
  Is,
  Maybe,
  oneOf,
  text,
  yesOrNo,
  semanticVersion,
  ticketId,
} from '@roadbook/api';
import { titleMax } from '@roadbook/decider';

export class TicketDto {
  /** @example 'SHOP-1' */
  @Is(ticketId)
  id: string;

  /** @example 'Pay by invoice' */
  @Is(text(titleMax))
  title: string;

  /** @example 'feature' */
  @Is(oneOf(ticketTypes))
  type: TicketType;

  /**
   * Whether users see the change; then the design gate applies.
   * @example true
   */
  @Maybe()
  @Is(yesOrNo)
  ui: boolean = false;

  /**
   * What of security it touches; if anything, the security gate applies.
   * @example ['payments']
   */
  @Maybe()
  @AreAll(oneOf(securityAreas), { min: 0, max: securityAreas.length })
  securityScope: SecurityArea[] = [];
}

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

  /** What the release is to contain. All together at most 256 KiB as JSON: they are one event. */
  @AreAllA(() => TicketDto)
  tickets: TicketDto[];
}

export class RetargetTicketsDto extends CommandDto {
  /** All tickets that the release targets from now on, together at most 256 KiB as JSON: they are one event. */
  @AreAllA(() => TicketDto)
  tickets: TicketDto[];
}

export class WidenSecurityScopeDto extends CommandDto {
  /**
   * What the ticket touches besides; nobody takes it away again.
   * @example ['pii']
   */
  @AreAll(oneOf(securityAreas), { max: securityAreas.length })
  areas: SecurityArea[];
}
