import { projection, recorded } from '@roadbook/read-model';
import type { ProjectRegistered } from '../../domain/project/project.js';
import { streamOf } from '../../domain/streams.js';

export interface ProjectRow {
  readonly project: string;
  readonly name: string;
  readonly registeredAt: string;
}

/** Every project that was heard of. */
export const projects = projection({
  name: 'projects',
  version: 1,
  types: ['ProjectRegistered'] satisfies ProjectRegistered['type'][],
  keyOf: ({ stream }) => streamOf(stream)?.project,
  apply: (_row: ProjectRow | undefined, event, project): ProjectRow => {
    const { data, recordedAt } = recorded<ProjectRegistered>(event);
    return { project, name: data.name, registeredAt: recordedAt };
  },
  columns: {},
  indexes: [],
});
