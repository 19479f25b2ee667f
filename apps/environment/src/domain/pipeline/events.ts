interface Event<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** What happens to the pipeline of a project. */
export type PipelineEvent =
  /** The project was registered. */
  Event<'PipelineOpened', { project: string }>;
