/** What a command made, as it stands in the answer. */
export type Made = Readonly<Record<string, unknown>>;
