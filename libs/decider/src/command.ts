/** One type of command of a domain, with what it says. */
export interface Command<Type extends string, Data extends object = object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}
