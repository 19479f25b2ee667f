interface Command<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** What is asked of the pipeline of a project. */
export type PipelineCommand = Command<'OpenPipeline', { project: string }>;
