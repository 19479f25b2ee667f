import { CommandDto } from '../asking/command.dto.js';
import { Is } from '../fields/field.js';
import { text } from '../fields/shape.js';
import { projectSlug, titleMax } from '../fields/shapes.js';

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
