import type { InProduction, ProjectRow } from '../../projections/projects/row.js';

/** A registered project. */
export interface ProjectView {
  readonly project: string;
  readonly name: string;
  readonly registeredAt: string;
  /** What was verified in production and not rolled back since, and from when on it stands there; recorded time. */
  readonly production: InProduction | null;
  /** How many events are on record in the streams of the project. */
  readonly events: number;
}

export const projectView = ({
  project,
  name,
  registeredAt,
  production,
  events,
}: ProjectRow): ProjectView => ({
  project,
  name: name ?? '',
  registeredAt: registeredAt ?? '',
  production,
  events,
});
