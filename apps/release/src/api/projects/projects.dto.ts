import { CommandDto, Is, text, projectSlug, titleMax } from '@roadbook/api';

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
