interface Command<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** What is asked of the environments of a project. */
export type EnvironmentsCommand = Command<'OpenEnvironments', { project: string }>;
