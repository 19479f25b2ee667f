import { CommandDto, Is, text, projectSlug } from '@roadbook/api';
import { titleMax } from '@roadbook/decider';

export class RegisterProjectDto extends CommandDto {
  /**
   * The slug that stands in every address of the project, for good.
   * @example 'shop'
   */
  @Is(projectSlug)
  project: string;

  /**
   * What people call it.
   * @example 'The shop'
   */
  @Is(text(titleMax))
  name: string;
}
