import {
  CommandDto,
  AreAllA,
  AreAll,
  Is,
  Maybe,
  Rule,
  text,
  yesOrNo,
  ticketId,
} from '@roadbook/api';
import { entriesMax, noteMax, titleMax } from '@roadbook/decider';
import { ApiProperty } from '@nestjs/swagger';

export class KnownIssueDto {
  /** @example 'Invoices of more than 99 lines are cut off' */
  @Is(text(titleMax))
  issue: string;

  /** @example 'minor' */
  @Is(text(64))
  severity: string;

  /** @example 'Split the order' */
  @Is(text(titleMax))
  workaround: string;

  /** @example '1.4.1' */
  @Is(text(64))
  targetFix: string;
}

export class BreakingChangeDto {
  /** @example 'The field `total` of an order is in cents' */
  @Is(text(titleMax))
  change: string;

  /** @example 'Divide by 100 where you show it' */
  @Is(text(noteMax))
  migration: string;
}

const description = text(titleMax);

const areDescriptions = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= entriesMax &&
  Object.entries(value).every(([id, one]) => ticketId.holds(id) && description.holds(one));

export class CompileNotesDto extends CommandDto {
  /** For tickets whose title is not what users should read: a description by the id of the ticket. */
  @Maybe()
  @Rule(
    `an object with a ticket's id and its description of 1 to ${titleMax} characters in each of at most ${entriesMax} fields`,
    areDescriptions,
  )
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', minLength: 1, maxLength: titleMax },
    example: { 'SHOP-1': 'Companies can pay by invoice' },
  })
  descriptions: Record<string, string> = {};

  @Maybe()
  @AreAllA(() => KnownIssueDto, { min: 0 })
  knownIssues: KnownIssueDto[] = [];

  /**
   * Known issues and context are drawn from the knowledge base too, behind those given; one that is given under the same name stands in its place.
   * The notes are not compiled when it does not answer within 5 s. `false` compiles them from what is given alone.
   */
  @Maybe()
  @Is(yesOrNo)
  fromKnowledgeBase: boolean = true;

  /** They make the release a breaking one, also where it was planned as none. */
  @Maybe()
  @AreAllA(() => BreakingChangeDto, { min: 0 })
  breakingChanges: BreakingChangeDto[] = [];

  /**
   * What an operator does on upgrade. They alone make no change a breaking one.
   * @example ['Run the migrations before the first start']
   */
  @Maybe()
  @AreAll(text(noteMax), { min: 0 })
  migrationNotes: string[] = [];
}
