import { IsTime, Is, Maybe } from '../fields/field.js';
import { anyText, text } from '../fields/shape.js';
import { projectSlug } from '../fields/shapes.js';
import { PageQuery } from '../reading/page-query.dto.js';

const namesMax = 1000;
const nameMax = 100;

export class EventsQuery extends PageQuery {
  @Maybe()
  @Is(projectSlug)
  project?: string;

  /** The type of event; several with commas. */
  @Maybe()
  @Is(anyText(namesMax))
  type?: string;

  @Maybe()
  @Is(text(nameMax))
  actor?: string;

  /** Recorded at this time or later. */
  @Maybe()
  @IsTime()
  from?: string;

  /** Recorded before this time. */
  @Maybe()
  @IsTime()
  to?: string;
}
