import { CommandDto, Is, IsTime, anyText, text, yesOrNo } from '@roadbook/api';
import { noteMax } from '@roadbook/decider';

export class InvokeRollbackDto extends CommandDto {
  /** @example 'Orders of more than 99 lines are lost.' */
  @Is(text(noteMax))
  reason: string;

  /**
   * Why the issue comes from the deployment.
   * @example 'It began with the deployment, and only on instances of 1.4.0.'
   */
  @Is(anyText(noteMax))
  confirmation: string;

  /**
   * If so, the cco is told.
   * @example true
   */
  @Is(yesOrNo)
  usersAffected: boolean;
}

export class ScheduleRollbackReviewDto extends CommandDto {
  /** @example '2026-03-05T10:00:00+01:00' */
  @IsTime()
  reviewAt: string;

  /** @example 'Why did it fail, and what did the plan lack?' */
  @Is(text(noteMax))
  note: string;
}
