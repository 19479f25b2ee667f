import { CommandDto, AreAll, Is, text, commitId, ticketId } from '@roadbook/api';
import { noteMax } from '@roadbook/decider';

export class ReportMergeDto extends CommandDto {
  /** @example ['SHOP-1'] */
  @AreAll(ticketId)
  tickets: string[];

  /**
   * The commit with which they were merged.
   * @example 'c0ffee1'
   */
  @Is(commitId)
  commit: string;
}

export class ReasonDto extends CommandDto {
  /** @example 'The supplier of the payment interface moved its date.' */
  @Is(text(noteMax))
  reason: string;
}
