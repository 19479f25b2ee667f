import { Is } from '../fields/field.js';
import { projectSlug } from '../fields/shapes.js';

export class ProjectPath {
  /**
   * The project, by its slug.
   * @example 'shop'
   */
  @Is(projectSlug)
  project: string;
}
