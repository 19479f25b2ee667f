/** The pipeline of a project, as far as decisions need it. */
export interface Pipeline {
  readonly opened: boolean;
}

export const noPipeline: Pipeline = { opened: false };
