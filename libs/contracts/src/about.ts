/** The fields that tell what a message is about; every message has them. */
export interface About {
  readonly project: string;
  readonly version?: string | null;
  readonly about?: { readonly version?: string };
}

/** What a message is about, and its key: all messages about one release have the same, `shop/1.4.0`; all others of a project `shop`. */
export function subjectOf(data: About): string {
  const version = data.version ?? data.about?.version;
  return version === undefined ? data.project : `${data.project}/${version}`;
}
