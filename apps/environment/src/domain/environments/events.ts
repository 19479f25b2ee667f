interface Event<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** What is configured in the environments of a project. */
export type EnvironmentsEvent =
  /** The project was registered. */
  Event<'EnvironmentsOpened', { project: string }>;
